package io.datalchemy.generator.primitive;

import static io.datalchemy.catalogue.ParameterDeclaration.Type.INTEGER;

import io.datalchemy.generator.DeclarationBuilder;
import io.datalchemy.generator.GeneratorFactory;
import io.datalchemy.generator.GeneratorRequest;
import io.datalchemy.generator.ValueGenerator;
import io.datalchemy.generator.text.CharsetText;
import io.datalchemy.generator.text.HexText;
import io.datalchemy.generator.text.NetworkAddresses;
import io.datalchemy.generator.text.Sequence;
import io.datalchemy.generator.text.TextGenerator;
import io.datalchemy.type.TypeFamily;
import io.datalchemy.type.ValueType;
import java.util.List;

/** Values that are bits and bytes: uuids, bytea, bit strings, network and hardware addresses. */
final class BinaryFactories {
  private static final int MAX_BYTES = 1_000_000;
  private static final int[] BITS = {'0', '1'};

  private BinaryFactories() {}

  static List<GeneratorFactory> all() {
    return List.of(
        uuid("primitive.uuid").made(BinaryFactories::uuid),
        uuid("primitive.uuid.v4").made(BinaryFactories::uuid),
        DeclarationBuilder.of("primitive.bytes", "Random bytes")
            .withDefault("min_len", INTEGER, "8", "How many bytes at least")
            .withDefault("max_len", INTEGER, "32", "How many bytes at most")
            .produces(TypeFamily.BYTEA)
            .made(BinaryFactories::bytes),
        DeclarationBuilder.of("primitive.bit", "Bit strings, as long as the column says")
            .produces(TypeFamily.BIT)
            .made(BinaryFactories::bits),
        DeclarationBuilder.of("primitive.inet", "Private and documentation network addresses")
            .withDefault("version", INTEGER, "4", "4 or 6")
            .produces(TypeFamily.INET, TypeFamily.TEXT)
            .pii("ip")
            .made(BinaryFactories::inet),
        DeclarationBuilder.of("primitive.macaddr", "Locally administered hardware addresses")
            .produces(TypeFamily.MACADDR, TypeFamily.TEXT)
            .made(BinaryFactories::macaddr));
  }

  private static DeclarationBuilder uuid(String id) {
    return DeclarationBuilder.of(id, "Random UUIDs, version 4")
        .produces(TypeFamily.UUID, TypeFamily.TEXT);
  }

  private static ValueGenerator uuid(GeneratorRequest request) {
    boolean isShort = request.maxChars() < UuidText.CHARS;
    return TextGenerator.fitting(new UuidText(!isShort), request);
  }

  private static ValueGenerator bytes(GeneratorRequest request) {
    long max = request.params().integer("max_len").orElse(32L);
    long min = request.params().integer("min_len").orElse(Math.min(8, max));
    if (min < 0 || max < Math.max(min, 1) || max > MAX_BYTES) {
      throw new IllegalArgumentException(
          "min_len: must be from 0 to max_len and max_len from 1 to "
              + MAX_BYTES
              + ", was "
              + min
              + " with max_len "
              + max);
    }
    return TextGenerator.fitting(
        Sequence.of("\\x", new HexText((int) min, (int) max)),
        request.withType(unlimited(request)));
  }

  private static ValueGenerator bits(GeneratorRequest request) {
    boolean isVarying = request.type().name().equals("varbit");
    int length = request.type().maxLength().orElse(isVarying ? 32 : 1);
    return TextGenerator.fitting(
        new CharsetText(BITS, isVarying ? 1 : length, length),
        request.withType(unlimited(request)));
  }

  private static ValueType unlimited(GeneratorRequest request) {
    return ValueType.of(request.type().family(), request.type().name());
  }

  private static ValueGenerator inet(GeneratorRequest request) {
    long version = request.params().integer("version").orElse(4L);
    if (version != 4 && version != 6) {
      throw new IllegalArgumentException("version: must be 4 or 6, was " + version);
    }
    boolean isNetwork = request.type().name().equals("cidr");
    return TextGenerator.fitting(NetworkAddresses.inet(version == 6, isNetwork), request);
  }

  private static ValueGenerator macaddr(GeneratorRequest request) {
    boolean isLong = request.type().name().equals("macaddr8");
    return TextGenerator.fitting(NetworkAddresses.hardware(isLong), request);
  }
}
