package io.datalchemy.registry;

import io.datalchemy.catalogue.GeneratorCall;
import io.datalchemy.catalogue.GeneratorDeclaration;
import io.datalchemy.generator.Cells;
import io.datalchemy.generator.ValueGenerator;
import io.datalchemy.generator.ValueSpace;
import io.datalchemy.generator.scalar.PlainText;
import io.datalchemy.random.CellRandom;
import io.datalchemy.type.ValueType;
import io.datalchemy.vector.ColumnVector;
import io.datalchemy.vector.RowSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a generator gives to a column that shows what it is for.
 *
 * @param value one of its values
 * @param size how many there are, if they are numbered
 */
record CatalogueSample(String value, OptionalLong size) {
  private static final long SEED = 42;
  private static final int MOST_CHARS = 60;

  /** The sample of a generator; empty if it needs more than columns of its own row. */
  static Optional<CatalogueSample> of(GeneratorDeclaration declaration, Generators generators) {
    ValueType type = SampleCalls.type(declaration);
    GeneratorCall call = SampleCalls.of(declaration, type);
    if (!generators.check(call, type).isEmpty()) {
      return Optional.empty();
    }
    List<ColumnVector> inputs =
        generators.inputColumns(call).stream().map(name -> input(type, generators)).toList();
    List<ValueType> inputTypes = inputs.stream().map(ColumnVector::type).toList();
    ValueGenerator generator = generators.create(call, type, inputTypes, false);
    ColumnVector values = filled(generator, type, CellRandom.key(SEED, call.id()), inputs);
    return Optional.of(
        new CatalogueSample(
            shortened(text(values)),
            generator.space().map(ValueSpace::size).map(OptionalLong::of).orElse(none())));
  }

  private static OptionalLong none() {
    return OptionalLong.empty();
  }

  /** In one line, and of a length that a table holds. */
  private static String shortened(String text) {
    String line = text.replace("\n", "↵");
    return line.codePointCount(0, line.length()) <= MOST_CHARS
        ? line
        : line.substring(0, line.offsetByCodePoints(0, MOST_CHARS - 1)) + "…";
  }

  private static ColumnVector input(ValueType type, Generators generators) {
    GeneratorCall call = SampleCalls.input(type);
    ValueGenerator generator = generators.create(call, type, List.of(), false);
    return filled(generator, type, CellRandom.key(SEED, "input"), List.of());
  }

  private static ColumnVector filled(
      ValueGenerator generator, ValueType type, long key, List<ColumnVector> inputs) {
    ColumnVector out = new ColumnVector(type, 1);
    generator.fill(new Cells(key, new RowSet(1).setRange(0, 1), inputs), out);
    return out;
  }

  private static String text(ColumnVector column) {
    ColumnVector text = new ColumnVector(ValueType.text(), 1);
    text.begin(0);
    PlainText.put(column, 0, text);
    text.end(0);
    return text.textAt(0);
  }
}
