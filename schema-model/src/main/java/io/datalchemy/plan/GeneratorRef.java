package io.datalchemy.plan;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import io.datalchemy.catalogue.Parameters;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A generator as a plan names it: an id alone, or an object with locale and parameters. */
public record GeneratorRef(String id, Optional<String> locale, Optional<Parameters> params) {
  public GeneratorRef {
    Objects.requireNonNull(id, "id");
    locale = Absent.asEmpty(locale);
    params = Absent.asEmpty(params);
  }

  /** The short form. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static GeneratorRef of(String id) {
    return new GeneratorRef(id, Optional.empty(), Optional.empty());
  }

  /** The long form. */
  @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
  static GeneratorRef of(
      @JsonProperty("id") String id,
      @JsonProperty("locale") Optional<String> locale,
      @JsonProperty("params") Optional<Parameters> params) {
    return new GeneratorRef(id, locale, params);
  }

  @JsonValue
  Object json() {
    if (locale.isEmpty() && params.isEmpty()) {
      return id;
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("id", id);
    locale.ifPresent(value -> fields.put("locale", value));
    params.ifPresent(value -> fields.put("params", value));
    return fields;
  }
}
