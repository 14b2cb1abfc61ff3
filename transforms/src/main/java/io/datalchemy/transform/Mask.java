package io.datalchemy.transform;

import io.datalchemy.generator.Cells;
import io.datalchemy.generator.GeneratorRequest;
import io.datalchemy.generator.text.Utf8;
import io.datalchemy.transform.mask.KeyedSubstitution;
import io.datalchemy.transform.mask.MaskKey;
import io.datalchemy.transform.mask.MaskedForm;
import io.datalchemy.vector.ColumnVector;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Hides texts: each character by another one, the whole by a keyed hash, or each letter and digit
 * by one of its kind.
 *
 * <p>The key is a secret of the environment ({@link MaskKey}); without one, it follows from the
 * seed and the column.
 */
final class Mask implements ValueTransform {
  private static final String ALGORITHM = "HmacSHA256";

  private final Mode mode;
  private final MaskedForm form;
  private final byte[] maskChar;
  private final int room;
  private final Optional<String> secret;

  private Mask(GeneratorRequest request, Mode mode, byte[] maskChar, Optional<String> secret) {
    this.mode = mode;
    form = form(request, mode);
    this.maskChar = maskChar;
    room = request.maxChars();
    this.secret = secret;
  }

  static ValueTransform transform(GeneratorRequest request) {
    return transform(request, MaskKey.find(System.getenv()));
  }

  static ValueTransform transform(GeneratorRequest request, Optional<String> secret) {
    TextTransform.requireText(request);
    String name = request.params().text("mode").orElse("redact");
    Mode mode =
        switch (name) {
          case "redact" -> Mode.REDACT;
          case "hash" -> Mode.HASH;
          case "format_preserving" -> Mode.FORMAT_PRESERVING;
          default ->
              throw new IllegalArgumentException(
                  "mode: must be hash, redact or format_preserving, was '" + name + "'");
        };
    String maskChar = request.params().text("mask_char").orElse("*");
    if (maskChar.codePointCount(0, maskChar.length()) != 1) {
      throw new IllegalArgumentException(
          "mask_char: must be one character, was '" + maskChar + "'");
    }
    return new Mask(request, mode, maskChar.getBytes(StandardCharsets.UTF_8), secret);
  }

  private static MaskedForm form(GeneratorRequest request, Mode mode) {
    Optional<String> name = request.params().text("format");
    if (name.isPresent() && mode != Mode.FORMAT_PRESERVING) {
      throw new IllegalArgumentException("format: takes mode format_preserving");
    }
    return name.map(MaskedForm::of).orElse(MaskedForm.TEXT);
  }

  @Override
  public void apply(Cells cells, ColumnVector in, ColumnVector out) {
    Mac mac = mac(cells.streamBits());
    KeyedSubstitution substitution = new KeyedSubstitution(mac);
    for (int i = 0; i < cells.size(); i++) {
      if (in.isNull(i)) {
        out.setNull(i);
        continue;
      }
      out.begin(i);
      switch (mode) {
        case REDACT -> redact(in, i, out);
        case HASH -> hash(mac, in, i, out);
        case FORMAT_PRESERVING -> substitute(substitution, in, i, out);
      }
      out.end(i);
    }
  }

  private Mac mac(long streamBits) {
    byte[] key =
        secret
            .map(text -> text.getBytes(StandardCharsets.UTF_8))
            .filter(bytes -> bytes.length > 0)
            .orElseGet(() -> ByteBuffer.allocate(Long.BYTES).putLong(streamBits).array());
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }

  private void redact(ColumnVector in, int i, ColumnVector out) {
    int end = in.start(i) + in.length(i);
    for (int at = in.start(i); at < end; at += Utf8.bytes(in.heap()[at])) {
      out.put(maskChar);
    }
  }

  private void substitute(
      KeyedSubstitution substitution, ColumnVector in, int i, ColumnVector out) {
    byte[] text = Arrays.copyOfRange(in.heap(), in.start(i), in.start(i) + in.length(i));
    form.apply(text, text.length, substitution);
    out.put(text, 0, text.length);
  }

  private void hash(Mac mac, ColumnVector in, int i, ColumnVector out) {
    mac.update(in.heap(), in.start(i), in.length(i));
    byte[] hex = HexFormat.of().formatHex(mac.doFinal()).getBytes(StandardCharsets.US_ASCII);
    out.put(hex, 0, Math.min(hex.length, room));
  }

  private enum Mode {
    REDACT,
    HASH,
    FORMAT_PRESERVING
  }
}
