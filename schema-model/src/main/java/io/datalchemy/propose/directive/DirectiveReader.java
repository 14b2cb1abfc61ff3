package io.datalchemy.propose.directive;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import io.datalchemy.catalogue.Parameters;
import io.datalchemy.json.Json;
import io.datalchemy.problem.NearMatch;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the directive in a comment: {@code @datalchemy}, then {@code key=value} words and at most
 * one JSON object of parameters, to the end of the line; the object may go over several lines.
 */
final class DirectiveReader {
  private static final Pattern MARK = Pattern.compile("(?<!\\S)@datalchemy(?!\\S)");
  private static final List<String> KEYS = List.of("generator", "locale", "null_rate");
  private static final String FORM =
      "write @datalchemy generator=ID null_rate=0.1 {\"parameter\": 1}, each part once";

  private final String text;
  private final Map<String, String> words = new LinkedHashMap<>();
  private Optional<Parameters> params = Optional.empty();
  private int at;

  private DirectiveReader(String text, int at) {
    this.text = text;
    this.at = at;
  }

  /**
   * The directive of a comment.
   *
   * @return empty if the comment has none
   */
  static Optional<Directive> read(String comment) throws InvalidDirectiveException {
    Matcher mark = MARK.matcher(comment);
    if (!mark.find()) {
      return Optional.empty();
    }
    DirectiveReader reader = new DirectiveReader(comment, mark.end());
    reader.readParts();
    if (mark.find(reader.at)) {
      throw new InvalidDirectiveException("must be given once, is there again", FORM);
    }
    return Optional.of(reader.directive());
  }

  private void readParts() throws InvalidDirectiveException {
    while (at < text.length() && text.charAt(at) != '\n') {
      if (Character.isWhitespace(text.charAt(at))) {
        at++;
      } else if (text.charAt(at) == '{') {
        readParams();
      } else {
        readWord();
      }
    }
    if (words.isEmpty() && params.isEmpty()) {
      throw new InvalidDirectiveException("says nothing", FORM);
    }
  }

  private void readWord() throws InvalidDirectiveException {
    int start = at;
    while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    String word = text.substring(start, at);
    int equals = word.indexOf('=');
    if (equals < 1 || equals == word.length() - 1) {
      throw new InvalidDirectiveException("must be key=value, was '" + word + "'", FORM);
    }
    String key = word.substring(0, equals);
    if (!KEYS.contains(key)) {
      throw new InvalidDirectiveException("unknown key '" + key + "'", NearMatch.hint(key, KEYS));
    }
    if (words.putIfAbsent(key, word.substring(equals + 1)) != null) {
      throw new InvalidDirectiveException(key + ": must be given once, is there again", FORM);
    }
  }

  private void readParams() throws InvalidDirectiveException {
    if (params.isPresent()) {
      throw new InvalidDirectiveException("parameters: must be given once, are there again", FORM);
    }
    try (JsonParser parser = Json.mapper().createParser(text.substring(at))) {
      JsonNode tree = parser.readValueAsTree();
      at += (int) parser.currentLocation().getCharOffset();
      Map<String, JsonNode> values = new TreeMap<>();
      tree.properties().forEach(field -> values.put(field.getKey(), field.getValue()));
      params = Optional.of(Parameters.of(values));
    } catch (IOException e) {
      throw new InvalidDirectiveException("parameters: must be a JSON object", FORM);
    }
  }

  private Directive directive() throws InvalidDirectiveException {
    return new Directive(
        Optional.ofNullable(words.get("generator")),
        Optional.ofNullable(words.get("locale")),
        params,
        nullRate());
  }

  private Optional<BigDecimal> nullRate() throws InvalidDirectiveException {
    String given = words.get("null_rate");
    if (given == null) {
      return Optional.empty();
    }
    boolean isShare = given.matches("0|1|0?\\.[0-9]{1,9}|1\\.0{1,9}");
    if (!isShare) {
      throw new InvalidDirectiveException(
          "null_rate: must be within 0 and 1, was '" + given + "'", "write null_rate=0.1");
    }
    return Optional.of(new BigDecimal(given));
  }
}
