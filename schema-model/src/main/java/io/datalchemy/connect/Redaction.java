package io.datalchemy.connect;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes credentials out of texts that others wrote: driver messages, stack traces, arguments. */
public final class Redaction {
  /**
   * {@code scheme://user:password@}, to the last at sign of the line: too much rather than less.
   */
  private static final Pattern USER_INFO =
      Pattern.compile("(?i)([a-z][a-z0-9+.-]*://[^\\s:/@]*):[^\\n]*@");

  /** {@code password=…} in all its spellings, in quotes or up to a space or the next parameter. */
  private static final Pattern KEYWORD =
      Pattern.compile(
          "(?i)((?:ssl|pg)?(?:password|passwd|pwd)\"?\\s*[=:]\\s*)"
              + "('(?:[^'\\\\]|\\\\.|'')*'|\"(?:[^\"\\\\]|\\\\.)*\"|[^\\s&]+)");

  /** Below this length a secret is only taken out where it stands as a word of its own. */
  private static final int SHORT = 4;

  private Redaction() {}

  /** The text without what looks like a credential. */
  public static String redact(String text) {
    String noUserInfo = USER_INFO.matcher(text).replaceAll("$1:" + Secret.MASK + "@");
    return KEYWORD.matcher(noUserInfo).replaceAll("$1" + Secret.MASK);
  }

  /** The text without those secrets, plain or encoded, and without what looks like one. */
  static String redact(String text, List<String> secrets) {
    String redacted = text;
    for (String form : forms(secrets)) {
      redacted = replace(redacted, form);
    }
    return redact(redacted);
  }

  /** All spellings of the secrets, longest first, so that none leaves a rest of another. */
  private static Set<String> forms(List<String> secrets) {
    Set<String> forms =
        new TreeSet<>(
            Comparator.comparing(String::length)
                .reversed()
                .thenComparing(Comparator.naturalOrder()));
    for (String secret : secrets) {
      forms.add(secret);
      forms.add(PercentCoding.encode(secret));
      forms.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
      forms.add(secret.replace("'", "''"));
      forms.add(secret.replace("\\", "\\\\").replace("'", "\\'"));
      forms.add(secret.replace("\\", "\\\\").replace("\"", "\\\""));
    }
    forms.remove("");
    return forms;
  }

  private static String replace(String text, String secret) {
    if (secret.length() >= SHORT) {
      return text.replace(secret, Secret.MASK);
    }
    Pattern word =
        Pattern.compile("(?<![\\p{L}\\p{N}_])" + Pattern.quote(secret) + "(?![\\p{L}\\p{N}_])");
    return word.matcher(text).replaceAll(Matcher.quoteReplacement(Secret.MASK));
  }
}
