package io.datalchemy.diff;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Walks two documents side by side, list by list, each thing by its key. */
final class Comparison {
  private static final String ENGINE = "engine";

  private final List<Change> changes = new ArrayList<>();

  /** The changes from one document to another, in the order of the documents. */
  static List<Change> of(JsonNode from, JsonNode to) {
    Comparison comparison = new Comparison();
    if (!from.path(ENGINE).equals(to.path(ENGINE))) {
      Subject database =
          new Subject("database", Optional.empty(), Optional.empty(), to.path("database").asText());
      Aspect engine = Aspect.of(ENGINE, from.path(ENGINE), to.path(ENGINE));
      comparison.changes.add(Change.changed(database, engine));
    }
    ObjectKind.ALL.forEach(kind -> comparison.compare(kind, from, to, Optional.empty()));
    return comparison.changes;
  }

  private void compare(ObjectKind kind, JsonNode from, JsonNode to, Optional<Subject> parent) {
    JsonNode before = from.at(kind.place());
    JsonNode after = to.at(kind.place());
    if (isUnknown(kind, from) || isUnknown(kind, to)) {
      return;
    }
    Map<List<String>, JsonNode> olds = byKey(kind, before);
    Map<List<String>, JsonNode> news = byKey(kind, after);
    Set<List<String>> keys = new LinkedHashSet<>(olds.keySet());
    keys.addAll(news.keySet());
    for (List<String> key : keys) {
      JsonNode one = olds.getOrDefault(key, MissingNode.getInstance());
      JsonNode other = news.getOrDefault(key, MissingNode.getInstance());
      Subject subject = kind.subject(other.isMissingNode() ? one : other, parent);
      if (!isOfConstraint(kind, key, one.isMissingNode() ? to : from, one, other)) {
        compare(kind, subject, one, other);
      }
    }
  }

  private void compare(ObjectKind kind, Subject subject, JsonNode from, JsonNode to) {
    if (from.isMissingNode()) {
      changes.add(Change.added(subject, Summary.of(to)));
      addTables(kind, to, subject, true);
    } else if (to.isMissingNode()) {
      addTables(kind, from, subject, false);
      changes.add(Change.removed(subject, Summary.of(from)));
    } else if (!from.equals(to)) {
      FieldComparison.of(kind, from, to)
          .forEach(aspect -> changes.add(Change.changed(subject, aspect)));
      kind.parts().forEach(part -> compare(part, from, to, Optional.of(subject)));
    }
  }

  /** A schema comes and goes with its tables, each of which is told. */
  private void addTables(ObjectKind kind, JsonNode schema, Subject subject, boolean isAdded) {
    if (!kind.object().equals("schema")) {
      return;
    }
    ObjectKind tables = kind.parts().get(0);
    for (JsonNode table : schema.at(tables.place())) {
      Subject id = tables.subject(table, Optional.of(subject));
      String summary = Summary.of(table);
      changes.add(isAdded ? Change.added(id, summary) : Change.removed(id, summary));
    }
  }

  /** An index that comes or goes with the constraint of its name is no news of its own. */
  private static boolean isOfConstraint(
      ObjectKind kind, List<String> key, JsonNode table, JsonNode one, JsonNode other) {
    if (!kind.object().equals("index") || one.isMissingNode() == other.isMissingNode()) {
      return false;
    }
    for (JsonNode constraint : table.path("constraints")) {
      if (constraint.path("name").asText().equals(key.get(0))) {
        return true;
      }
    }
    return false;
  }

  /** An older version has no place for such a list; where a part is null, it holds nothing. */
  private static boolean isUnknown(ObjectKind kind, JsonNode parent) {
    JsonPointer place = JsonPointer.compile(kind.place());
    JsonNode field = parent.path(place.getMatchingProperty());
    return field.isMissingNode() || (field.isNull() && place.tail().matches());
  }

  private static Map<List<String>, JsonNode> byKey(ObjectKind kind, JsonNode list) {
    Map<List<String>, JsonNode> byKey = new LinkedHashMap<>();
    list.forEach(one -> byKey.putIfAbsent(kind.keyOf(one), one));
    return byKey;
  }
}
