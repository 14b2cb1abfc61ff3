package io.datalchemy.generator.primitive;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.datalchemy.generator.GeneratorRequest;
import io.datalchemy.generator.ValueGenerator;
import io.datalchemy.generator.text.Dictionary;
import io.datalchemy.generator.text.Digits;
import io.datalchemy.generator.text.Piece;
import io.datalchemy.generator.text.Sequence;
import io.datalchemy.generator.text.TextGenerator;
import io.datalchemy.generator.text.WordList;
import io.datalchemy.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** JSON texts: fixed but for the places where a number, a word or a truth value is filled in. */
final class JsonTemplate {
  private static final String DEFAULT =
      "{\"id\": {index}, \"name\": \"{word}\", \"active\": {bool}}";
  private static final Pattern PLACE = Pattern.compile("\\{(index|word|bool)\\}");
  private static final Map<String, Piece> FILLINGS =
      Map.of(
          "index", new Digits(1, 999_999_999, 1),
          "word", Dictionary.of(WordList.load("lorem.txt")),
          "bool", Dictionary.of("true", "false"));

  private JsonTemplate() {}

  static ValueGenerator generator(GeneratorRequest request) {
    String template = request.params().text("template").orElse(DEFAULT);
    refuseUnlessJson(template);
    return TextGenerator.fitting(Sequence.of(parts(template).toArray()), request);
  }

  private static List<Object> parts(String template) {
    List<Object> parts = new ArrayList<>();
    Matcher places = PLACE.matcher(template);
    int from = 0;
    while (places.find()) {
      parts.add(template.substring(from, places.start()));
      parts.add(FILLINGS.get(places.group(1)));
      from = places.end();
    }
    parts.add(template.substring(from));
    return parts;
  }

  private static void refuseUnlessJson(String template) {
    String filled = PLACE.matcher(template).replaceAll("1");
    try {
      Json.mapper().readTree(filled);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("template: must be JSON once filled in, was " + filled, e);
    }
  }
}
