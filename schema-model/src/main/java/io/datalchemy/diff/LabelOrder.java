package io.datalchemy.diff;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What happened to the labels of an enum, whose order counts. */
final class LabelOrder {
  private static final String FIELD = "labels";

  private LabelOrder() {}

  static List<Aspect> compare(JsonNode from, JsonNode to) {
    List<String> before = texts(from);
    List<String> after = texts(to);
    String old = ValueText.of(FIELD, from).orElse("()");
    String now = ValueText.of(FIELD, to).orElse("()");
    List<Aspect> aspects = new ArrayList<>();
    before.stream()
        .filter(label -> !after.contains(label))
        .forEach(
            label -> aspects.add(Aspect.worded(FIELD, old, now, "label '" + label + "' removed")));
    for (int i = 0; i < after.size(); i++) {
      if (!before.contains(after.get(i))) {
        String place = i == 0 ? " as the first" : " after '" + after.get(i - 1) + "'";
        String words = "label '" + after.get(i) + "' added" + place;
        aspects.add(Aspect.worded(FIELD, old, now, words));
      }
    }
    List<String> stayed = before.stream().filter(after::contains).toList();
    if (!stayed.equals(after.stream().filter(before::contains).toList())) {
      aspects.add(
          Aspect.worded(FIELD, old, now, "order of labels changed from " + old + " to " + now));
    }
    return aspects;
  }

  private static List<String> texts(JsonNode labels) {
    List<String> texts = new ArrayList<>();
    labels.forEach(label -> texts.add(label.asText()));
    return texts;
  }
}
