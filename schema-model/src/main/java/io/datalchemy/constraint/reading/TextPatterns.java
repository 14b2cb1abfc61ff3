package io.datalchemy.constraint.reading;

import io.datalchemy.constraint.TextPattern;
import io.datalchemy.expression.Comparison;
import io.datalchemy.expression.Expression;
import io.datalchemy.expression.Expression.Match;
import io.datalchemy.expression.JavaRegex;
import io.datalchemy.expression.UnsupportedExpressionException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The patterns that conditions on texts come to. */
final class TextPatterns {
  /** Lengths from {@code min} to {@code max}, both included. */
  record Range(long min, OptionalLong max) {
    /** The range as a repetition, with so many subtracted from both ends. */
    String repetition(int less) {
      long least = Math.max(0, min - less);
      String most = max.isPresent() ? String.valueOf(Math.max(0, max.getAsLong() - less)) : "";
      return "{" + (most.equals(String.valueOf(least)) ? most : least + "," + most) + "}";
    }

    boolean holds(long length) {
      return length >= min && (max.isEmpty() || length <= max.getAsLong());
    }
  }

  private static final Pattern PLAIN_ALTERNATIVES =
      Pattern.compile("\\((?:\\?:)?([\\p{IsAlphabetic}\\p{IsDigit}_ |-]+)\\)");

  private TextPatterns() {}

  /** The Java pattern; empty if there is none. */
  static Optional<TextPattern> of(Match.Language language, String pattern) {
    try {
      return Optional.of(anchored(JavaRegex.of(language, pattern)));
    } catch (UnsupportedExpressionException e) {
      return Optional.empty();
    }
  }

  /** An expression that starts and ends with anchors, without them. */
  private static TextPattern anchored(String regex) {
    int flags = regex.startsWith("(?s") ? regex.indexOf(')') + 1 : 0;
    String body = regex.substring(flags);
    boolean starts = body.startsWith("\\A") || body.startsWith("^");
    boolean ends = body.endsWith("\\z") && !body.endsWith("\\\\z");
    String prefix = regex.substring(0, flags);
    if (!starts || !ends) {
      return new TextPattern(withFlags(prefix, body), false, false);
    }
    String inner = body.substring(body.startsWith("^") ? 1 : 2, body.length() - 2);
    return hasTopLevelChoice(inner)
        ? new TextPattern(withFlags(prefix, body), false, false)
        : new TextPattern(withFlags(prefix, inner), true, false);
  }

  private static String withFlags(String flags, String inner) {
    boolean anyCharacter = inner.replaceAll("\\\\.|\\[[^]]*]", "").indexOf('.') >= 0;
    return flags.equals("(?s)") && !anyCharacter ? inner : flags + inner;
  }

  private static boolean hasTopLevelChoice(String regex) {
    int depth = 0;
    boolean bracket = false;
    for (int i = 0; i < regex.length(); i++) {
      char c = regex.charAt(i);
      if (c == '\\') {
        i++;
      } else if (bracket) {
        bracket = c != ']';
      } else if (c == '[') {
        bracket = true;
      } else if (c == '|' && depth == 0) {
        return true;
      } else {
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      }
    }
    return false;
  }

  /** The only texts that match, if the pattern is nothing but a list of them. */
  static Optional<List<String>> values(Match.Language language, String pattern) {
    if (language == Match.Language.LIKE && pattern.matches("[^%_\\\\]*")) {
      return Optional.of(List.of(pattern));
    }
    if (language != Match.Language.REGEX || !pattern.startsWith("^") || !pattern.endsWith("$")) {
      return Optional.empty();
    }
    var choice = PLAIN_ALTERNATIVES.matcher(pattern.substring(1, pattern.length() - 1));
    return choice.matches()
        ? Optional.of(List.of(choice.group(1).split("\\|", -1)))
        : Optional.empty();
  }

  static TextPattern startingWith(String text) {
    return new TextPattern("(?s)" + quoted(text) + ".*", true, false);
  }

  static TextPattern ignoringCase(String text) {
    return new TextPattern("(?iu)" + quoted(text), true, false);
  }

  /** The text itself with any number of spaces around it. */
  static TextPattern trimmedTo(String text) {
    return new TextPattern(" *" + quoted(text) + " *", true, false);
  }

  /** Texts that hold the sought one, but not before so many characters. */
  static TextPattern foundAfter(String sought, int characters) {
    String text = quoted(sought);
    if (characters == 0) {
      return new TextPattern(text, false, false);
    }
    boolean single = sought.codePointCount(0, sought.length()) == 1;
    String other = single ? "[^" + text + "]" : "(?:(?!" + text + ").)";
    String repeated = characters == 1 ? other : other + "{" + characters + "}";
    return new TextPattern("(?s)" + repeated + ".*" + text + ".*", true, false);
  }

  /** Texts that the call of a function leaves as they are; empty if it is none of those known. */
  static Optional<TextPattern> unchangedBy(Expression e) {
    return e instanceof Expression.Call call && call.arguments().size() == 1
        ? unchangedBy(call.function())
        : Optional.empty();
  }

  /** Texts that the function leaves as they are; empty for a function not known here. */
  private static Optional<TextPattern> unchangedBy(String function) {
    return switch (function) {
      case "lower" ->
          Optional.of(new TextPattern("[\\p{javaUpperCase}\\p{javaTitleCase}]", false, true));
      case "upper" ->
          Optional.of(new TextPattern("[\\p{javaLowerCase}\\p{javaTitleCase}]", false, true));
      case "btrim" -> Optional.of(new TextPattern("\\A | \\z", false, true));
      default -> Optional.empty();
    };
  }

  static Range range(Comparison operator, long length) {
    return switch (operator) {
      case LESS -> new Range(0, OptionalLong.of(length - 1));
      case LESS_EQUAL -> new Range(0, OptionalLong.of(length));
      case GREATER -> new Range(length + 1, OptionalLong.empty());
      case GREATER_EQUAL -> new Range(length, OptionalLong.empty());
      default -> new Range(length, OptionalLong.of(length));
    };
  }

  /** Texts that have a length in the range once the spaces around them are gone. */
  static TextPattern trimmedLength(Range range) {
    if (range.min() <= 1 && range.max().isEmpty()) {
      String blank = range.min() <= 0 ? "" : "[^ ]";
      return new TextPattern(blank, false, false);
    }
    String longer = "[^ ]." + range.repetition(2) + "[^ ]";
    String ways = range.max().isPresent() && range.max().getAsLong() < 2 ? "(?!)" : longer;
    ways += range.holds(1) ? "|[^ ]" : "";
    ways += range.holds(0) ? "|" : "";
    return new TextPattern("(?s) *(?:" + ways + ") *", true, false);
  }

  /** Texts that have a length in the range once every character of a class is gone. */
  static Optional<TextPattern> lengthWithout(String removed, Range range) {
    boolean digits = removed.equals("\\D") || removed.equals("[^\\d]");
    boolean bracket = removed.matches("\\[\\^[0-9A-Za-z-]+]\\+?");
    if (!digits && !bracket) {
      return Optional.empty();
    }
    String kept = digits ? "[0-9]" : "[" + removed.substring(2, removed.indexOf(']')) + "]";
    String gone = "[^" + kept.substring(1) + "*";
    return Optional.of(
        new TextPattern("(?:" + gone + kept + ")" + range.repetition(0) + gone, true, false));
  }

  /** Json texts of these kinds. */
  static TextPattern json(List<String> kinds) {
    String starts = kinds.stream().map(TextPatterns::jsonStart).collect(Collectors.joining("|"));
    return new TextPattern("\\A\\s*(?:" + starts + ")", false, false);
  }

  private static String jsonStart(String kind) {
    return switch (kind.toLowerCase(Locale.ROOT)) {
      case "object" -> "\\{";
      case "array" -> "\\[";
      case "string" -> "\"";
      case "number" -> "[-0-9]";
      case "boolean" -> "[tf]";
      case "null" -> "n";
      default -> "(?!)";
    };
  }

  private static String quoted(String text) {
    StringBuilder regex = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> regex.append("\\^$.|?*+()[]{}".indexOf(c) >= 0 ? "\\" : "").appendCodePoint(c));
    return regex.toString();
  }
}
