package io.datalchemy.generator.primitive;

import io.datalchemy.catalogue.Parameters;
import io.datalchemy.generator.GeneratorFactory;
import io.datalchemy.generator.GeneratorRequest;
import io.datalchemy.generator.ValueGenerator;
import io.datalchemy.type.ValueType;
import java.util.Optional;

/** The generator of a type of which nothing more is known: for the elements of arrays. */
final class DefaultGenerators {
  private DefaultGenerators() {}

  static ValueGenerator of(ValueType type, GeneratorRequest request) {
    String id =
        idFor(type)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "type: no primitive generator makes elements of " + type.name()));
    return new PrimitiveGenerators()
        .factories().stream()
            .filter(factory -> factory.declaration().id().equals(id))
            .findFirst()
            .map(factory -> create(factory, type, request))
            .orElseThrow();
  }

  private static ValueGenerator create(
      GeneratorFactory factory, ValueType type, GeneratorRequest request) {
    return factory.create(request.withType(type).withParams(Parameters.none()));
  }

  private static Optional<String> idFor(ValueType type) {
    return switch (type.family()) {
      case BOOLEAN -> Optional.of("primitive.bool");
      case INTEGER -> Optional.of("primitive.int.range");
      case DECIMAL -> Optional.of("primitive.decimal.numeric");
      case FLOAT -> Optional.of("primitive.float.range");
      case DATE -> Optional.of("primitive.date");
      case TIME -> Optional.of("primitive.time");
      case TIMESTAMP, TIMESTAMPTZ -> Optional.of("primitive.timestamp");
      case TEXT -> Optional.of("primitive.text.lorem");
      case ENUM -> Optional.of("primitive.enum");
      case UUID -> Optional.of("primitive.uuid");
      case BYTEA -> Optional.of("primitive.bytes");
      case JSON -> Optional.of("primitive.json");
      case INTERVAL -> Optional.of("primitive.interval");
      case TIMETZ -> Optional.of("primitive.timetz");
      case INET -> Optional.of("primitive.inet");
      case MACADDR -> Optional.of("primitive.macaddr");
      case BIT -> Optional.of("primitive.bit");
      case XML -> Optional.of("primitive.xml");
      case RANGE -> Optional.of("primitive.range");
      case ARRAY, OTHER -> Optional.empty();
    };
  }
}
