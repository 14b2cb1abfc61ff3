package io.datalchemy.plan.validation;

import com.fasterxml.jackson.databind.JsonNode;
import io.datalchemy.catalogue.ParameterDeclaration;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/** The JSON form that each type of parameter takes. */
record ParameterForm(String rule, Predicate<JsonNode> holds) {

  static ParameterForm of(ParameterDeclaration.Type type) {
    return switch (type) {
      case INTEGER -> new ParameterForm("must be an integer", ParameterForm::isInteger);
      case DECIMAL -> new ParameterForm("must be a number", ParameterForm::isDecimal);
      case BOOLEAN -> new ParameterForm("must be true or false", JsonNode::isBoolean);
      case TEXT, EXPRESSION -> new ParameterForm("must be a text", JsonNode::isTextual);
      case DATE -> new ParameterForm("must be a date, yyyy-MM-dd", textual(LocalDate::parse));
      case TIME -> new ParameterForm("must be a time, HH:mm:ss", textual(LocalTime::parse));
      case TIMESTAMP ->
          new ParameterForm(
              "must be a date and time, yyyy-MM-ddTHH:mm:ss",
              textual(DateTimeFormatter.ISO_DATE_TIME::parse));
      case LIST -> new ParameterForm("must be a list of values", all(ParameterForm::isScalar));
      case COLUMNS -> new ParameterForm("must be a list of column names", all(JsonNode::isTextual));
      case CHOICES ->
          new ParameterForm(
              "must be a list of objects {value, weight}", all(ParameterForm::isChoice));
      case TRANSITIONS ->
          new ParameterForm(
              "must be a list of objects {from, to, weight}", all(ParameterForm::isTransition));
      case DISTRIBUTION ->
          new ParameterForm("must be a kind or an object {kind, …}", ParameterForm::isDistribution);
      case GENERATOR ->
          new ParameterForm(
              "must be a generator's id or {id, locale, params}", ParameterForm::isGenerator);
      case GENERATORS ->
          new ParameterForm("must be a list of generators", all(ParameterForm::isGenerator));
      default ->
          new ParameterForm("must be a text, a number, true or false", ParameterForm::isScalar);
    };
  }

  /** The rule that the value breaks, if it does. */
  Optional<String> rejects(JsonNode value) {
    return holds.test(value) ? Optional.empty() : Optional.of(rule);
  }

  private static boolean isInteger(JsonNode value) {
    return value.isNumber()
        && value.canConvertToLong()
        && value.decimalValue().stripTrailingZeros().scale() <= 0;
  }

  private static boolean isDecimal(JsonNode value) {
    return value.isNumber() || textual(BigDecimal::new).test(value);
  }

  private static boolean isScalar(JsonNode value) {
    return value.isValueNode() && !value.isNull();
  }

  private static boolean isChoice(JsonNode value) {
    JsonNode weight = value.path("weight");
    return value.path("value").isValueNode() && (weight.isMissingNode() || weight.isNumber());
  }

  private static boolean isTransition(JsonNode value) {
    JsonNode weight = value.path("weight");
    return value.path("from").isValueNode()
        && value.path("to").isValueNode()
        && (weight.isMissingNode() || weight.isNumber());
  }

  private static boolean isDistribution(JsonNode value) {
    return value.isTextual() || value.path("kind").isTextual();
  }

  private static boolean isGenerator(JsonNode value) {
    return value.isTextual() || value.path("id").isTextual();
  }

  private static Predicate<JsonNode> all(Predicate<JsonNode> element) {
    return value ->
        value.isArray() && StreamSupport.stream(value.spliterator(), false).allMatch(element);
  }

  private static Predicate<JsonNode> textual(Parser parser) {
    return value -> value.isTextual() && parser.accepts(value.textValue());
  }

  private interface Parser {
    Object parse(String text);

    default boolean accepts(String text) {
      try {
        return parse(text) != null;
      } catch (DateTimeException | NumberFormatException e) {
        return false;
      }
    }
  }
}
