package io.datalchemy.constraint;

import java.util.Objects;

/**
 * A regular expression (Java's) that a text must match, or must not if {@code negated}.
 *
 * @param anchored whether the whole text is matched ({@code matches}); otherwise some part of it
 *     ({@code find})
 */
public record TextPattern(String regex, boolean anchored, boolean negated) {
  public TextPattern {
    Objects.requireNonNull(regex, "regex");
  }

  /** Whether the text is as the pattern asks. */
  public boolean admits(String text) {
    var matcher = java.util.regex.Pattern.compile(regex).matcher(text);
    return (anchored ? matcher.matches() : matcher.find()) != negated;
  }
}
