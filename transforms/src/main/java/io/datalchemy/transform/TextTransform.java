package io.datalchemy.transform;

import io.datalchemy.generator.Cells;
import io.datalchemy.generator.GeneratorRequest;
import io.datalchemy.generator.text.Utf8;
import io.datalchemy.type.TypeFamily;
import io.datalchemy.vector.ColumnVector;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Changes each text by itself; NULL stays NULL, and no text grows beyond its column. */
final class TextTransform implements ValueTransform {
  private static final String PLACE = "{value}";

  private final Change change;

  private TextTransform(Change change) {
    this.change = change;
  }

  static ValueTransform truncate(GeneratorRequest request) {
    requireText(request);
    long chars = request.params().integer("max_len").orElseThrow();
    if (chars < 0 || chars > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("max_len: must not be negative, was " + chars);
    }
    return new TextTransform((in, i, out) -> putPrefix(in, i, (int) chars, out));
  }

  static ValueTransform format(GeneratorRequest request) {
    requireText(request);
    String format =
        request
            .params()
            .text("format")
            .or(() -> request.params().text("template"))
            .orElseThrow(() -> new IllegalArgumentException("format: missing"));
    int place = format.indexOf(PLACE);
    if (place < 0) {
      throw new IllegalArgumentException("format: must hold " + PLACE + ", was '" + format + "'");
    }
    return asString(request, value -> format.replace(PLACE, value));
  }

  static ValueTransform prefixSuffix(GeneratorRequest request) {
    requireText(request);
    String prefix = request.params().text("prefix").orElse("");
    String suffix = request.params().text("suffix").orElse("");
    int around = chars(prefix) + chars(suffix);
    if (around > request.maxChars()) {
      throw new IllegalArgumentException(
          "prefix: must fit the column together with suffix, has "
              + around
              + " characters of "
              + request.maxChars());
    }
    byte[] before = prefix.getBytes(StandardCharsets.UTF_8);
    byte[] behind = suffix.getBytes(StandardCharsets.UTF_8);
    int room = request.maxChars() - around;
    return new TextTransform(
        (in, i, out) -> {
          out.put(before);
          putPrefix(in, i, room, out);
          out.put(behind);
        });
  }

  static ValueTransform casing(GeneratorRequest request) {
    requireText(request);
    String mode = request.params().text("mode").orElseThrow();
    return switch (mode) {
      case "upper" -> asString(request, value -> value.toUpperCase(Locale.ROOT));
      case "lower" -> asString(request, value -> value.toLowerCase(Locale.ROOT));
      case "title" -> asString(request, TextTransform::title);
      default ->
          throw new IllegalArgumentException(
              "mode: must be upper, lower or title, was '" + mode + "'");
    };
  }

  /** Refuses columns that are not text. */
  static void requireText(GeneratorRequest request) {
    if (request.type().family() != TypeFamily.TEXT) {
      throw new IllegalArgumentException(
          "type: must be text, was " + request.type().name() + "; remove the transform");
    }
  }

  private static ValueTransform asString(GeneratorRequest request, UnaryOperator<String> change) {
    int room = request.maxChars();
    return new TextTransform(
        (in, i, out) -> {
          byte[] changed = change.apply(in.textAt(i)).getBytes(StandardCharsets.UTF_8);
          out.put(changed, 0, Utf8.prefix(changed, 0, changed.length, room));
        });
  }

  private static String title(String text) {
    StringBuilder title = new StringBuilder();
    boolean isFirst = true;
    for (int c : text.codePoints().toArray()) {
      title.appendCodePoint(isFirst ? Character.toTitleCase(c) : Character.toLowerCase(c));
      isFirst = !Character.isLetterOrDigit(c);
    }
    return title.toString();
  }

  private static int chars(String text) {
    return text.codePointCount(0, text.length());
  }

  private static void putPrefix(ColumnVector in, int i, int chars, ColumnVector out) {
    int bytes = Utf8.prefix(in.heap(), in.start(i), in.length(i), chars);
    out.put(in.heap(), in.start(i), bytes);
  }

  @Override
  public void apply(Cells cells, ColumnVector in, ColumnVector out) {
    for (int i = 0; i < cells.size(); i++) {
      if (in.isNull(i)) {
        out.setNull(i);
      } else {
        out.begin(i);
        change.put(in, i, out);
        out.end(i);
      }
    }
  }

  /** Appends what becomes of a text. */
  @FunctionalInterface
  private interface Change {
    void put(ColumnVector in, int i, ColumnVector out);
  }
}
