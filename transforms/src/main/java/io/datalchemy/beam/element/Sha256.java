package io.datalchemy.beam.element;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The digest that files and documents are told apart by. */
public final class Sha256 {
  private Sha256() {}

  /** A digest of nothing yet. */
  public static MessageDigest start() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The digest of all of the content, in lower-case hex. */
  public static String hex(byte[] content) {
    return hex(start(), content);
  }

  /** What was digested, in lower-case hex; the digest starts again. */
  public static String finish(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  private static String hex(MessageDigest digest, byte[] content) {
    digest.update(content);
    return finish(digest);
  }
}
