package io.datalchemy.catalogue;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The parameters of one generator or transform, by name; immutable. */
public record Parameters(@JsonValue SortedMap<String, JsonNode> values) {
  private static final Parameters NONE = new Parameters(new TreeMap<>());

  public Parameters {
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }

  /** Reads a JSON object. */
  @JsonCreator
  public static Parameters of(Map<String, JsonNode> values) {
    return values == null || values.isEmpty() ? NONE : new Parameters(new TreeMap<>(values));
  }

  /** No parameters. */
  public static Parameters none() {
    return NONE;
  }

  /** The same with one more or another value. */
  public Parameters with(String name, JsonNode value) {
    TreeMap<String, JsonNode> copy = new TreeMap<>(values);
    copy.put(name, value);
    return new Parameters(copy);
  }

  /** The same without the value of that name. */
  public Parameters without(String name) {
    TreeMap<String, JsonNode> copy = new TreeMap<>(values);
    copy.remove(name);
    return new Parameters(copy);
  }

  /** The same with a text value. */
  public Parameters with(String name, String value) {
    return with(name, JsonNodeFactory.instance.textNode(value));
  }

  /** The same with an integer value, held as one read from JSON is, so that the two are equal. */
  public Parameters with(String name, long value) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    boolean isInt = (int) value == value;
    return with(name, isInt ? nodes.numberNode((int) value) : nodes.numberNode(value));
  }

  /** The same with a decimal value. */
  public Parameters with(String name, BigDecimal value) {
    return with(name, JsonNodeFactory.instance.numberNode(value));
  }

  /** The same with a list of texts. */
  public Parameters with(String name, List<String> value) {
    var array = JsonNodeFactory.instance.arrayNode();
    value.forEach(array::add);
    return with(name, array);
  }

  /** Whether there is a value of that name that is not null. */
  public boolean has(String name) {
    return find(name).isPresent();
  }

  /** The value of that name, unless absent or null. */
  public Optional<JsonNode> find(String name) {
    return Optional.ofNullable(values.get(name)).filter(node -> !node.isNull());
  }

  /** The text of that name. */
  public Optional<String> text(String name) {
    return find(name).map(JsonNode::asText);
  }

  /** The integer of that name. */
  public Optional<Long> integer(String name) {
    return find(name).map(JsonNode::asLong);
  }

  /** The decimal of that name; also of a number written as text. */
  public Optional<BigDecimal> decimal(String name) {
    return find(name).map(node -> new BigDecimal(node.asText()));
  }

  /** The truth value of that name. */
  public Optional<Boolean> bool(String name) {
    return find(name).map(JsonNode::asBoolean);
  }

  /** The list of that name, each element as text. */
  public List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    find(name).ifPresent(node -> node.forEach(element -> texts.add(element.asText())));
    return texts;
  }
}
