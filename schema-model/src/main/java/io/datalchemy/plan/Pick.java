package io.datalchemy.plan;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * How rows are to choose their parents, as a plan says it: a kind alone, or an object.
 *
 * @param exponent of {@code zipf}: the k-th most chosen parent has a share in proportion to {@code
 *     k^-exponent}; of {@code per_parent} with that distribution likewise over numbers of children
 * @param classes of {@code weighted}: shares of parents and the shares of children that they get
 * @param min of {@code per_parent}: the fewest children of a parent that has any
 * @param max of {@code per_parent}: the most children of a parent
 * @param distribution of {@code per_parent}: how the numbers of children spread over min to max
 * @param mean of {@code per_parent}: the average number of children of parents that have any
 */
public record Pick(
    Kind kind,
    Optional<BigDecimal> exponent,
    List<ParentClass> classes,
    Optional<Long> min,
    Optional<Long> max,
    Optional<CountDistribution> distribution,
    Optional<BigDecimal> mean) {

  /** The kinds of pick. */
  public enum Kind {
    UNIFORM,
    ZIPF,
    WEIGHTED,
    ROUND_ROBIN,
    ONE_TO_ONE,
    PER_PARENT
  }

  /** How numbers of children spread between the fewest and the most. */
  public enum CountDistribution {
    UNIFORM,
    NORMAL,
    ZIPF,
    EXPONENTIAL
  }

  /** A share of the parents, and the share of all children that they have together. */
  public record ParentClass(BigDecimal parents, BigDecimal children) {
    public ParentClass {
      Objects.requireNonNull(parents, "parents");
      Objects.requireNonNull(children, "children");
    }
  }

  public Pick {
    Objects.requireNonNull(kind, "kind");
    exponent = Absent.asEmpty(exponent);
    classes = Absent.asEmpty(classes);
    min = Absent.asEmpty(min);
    max = Absent.asEmpty(max);
    distribution = Absent.asEmpty(distribution);
    mean = Absent.asEmpty(mean);
  }

  /** The short form. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static Pick of(String kind) {
    return of(Kind.valueOf(kind.toUpperCase(Locale.ROOT)));
  }

  /** A pick without parameters. */
  public static Pick of(Kind kind) {
    return new Pick(
        kind,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The long form. */
  @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
  static Pick of(
      @JsonProperty("kind") Kind kind,
      @JsonProperty("exponent") Optional<BigDecimal> exponent,
      @JsonProperty("classes") List<ParentClass> classes,
      @JsonProperty("min") Optional<Long> min,
      @JsonProperty("max") Optional<Long> max,
      @JsonProperty("distribution") Optional<CountDistribution> distribution,
      @JsonProperty("mean") Optional<BigDecimal> mean) {
    return new Pick(kind, exponent, classes, min, max, distribution, mean);
  }

  @JsonValue
  Object json() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("kind", kind);
    exponent.ifPresent(value -> fields.put("exponent", value));
    if (!classes.isEmpty()) {
      fields.put("classes", classes);
    }
    min.ifPresent(value -> fields.put("min", value));
    max.ifPresent(value -> fields.put("max", value));
    distribution.ifPresent(value -> fields.put("distribution", value));
    mean.ifPresent(value -> fields.put("mean", value));
    return fields.size() == 1 ? kind : fields;
  }
}
