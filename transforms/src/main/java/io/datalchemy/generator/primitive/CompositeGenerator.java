package io.datalchemy.generator.primitive;

import com.fasterxml.jackson.databind.JsonNode;
import io.datalchemy.generator.Cells;
import io.datalchemy.generator.GeneratorFactory.PartMaker;
import io.datalchemy.generator.GeneratorRequest;
import io.datalchemy.generator.ValueGenerator;
import io.datalchemy.generator.ValueSpace;
import io.datalchemy.random.CellRandom;
import io.datalchemy.type.ValueType;
import io.datalchemy.vector.ColumnVector;
import io.datalchemy.vector.RowSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Values of composite types, as PostgreSQL prints rows: each field from a generator of its own. */
final class CompositeGenerator implements ValueGenerator {
  private final List<ValueType.Field> fields;
  private final List<ValueGenerator> generators;

  private CompositeGenerator(List<ValueType.Field> fields, List<ValueGenerator> generators) {
    this.fields = fields;
    this.generators = List.copyOf(generators);
  }

  static ValueGenerator generator(GeneratorRequest request, PartMaker parts) {
    List<ValueType.Field> fields = request.type().fields();
    Optional<JsonNode> named = request.params().find("fields");
    if (named.isPresent() && named.get().size() != fields.size()) {
      throw new IllegalArgumentException(
          "fields: must be "
              + fields.size()
              + " generators, one for each field of "
              + request.type().name()
              + ", were "
              + named.get().size());
    }
    List<ValueGenerator> generators = new ArrayList<>();
    for (int k = 0; k < fields.size(); k++) {
      ValueType type = fields.get(k).type();
      generators.add(
          parts.make(
              named.isPresent() ? PartCalls.read(named.get().get(k)) : PartCalls.of(type), type));
    }
    return new CompositeGenerator(fields, generators);
  }

  @Override
  public void fill(Cells cells, ColumnVector out) {
    List<ColumnVector> values = new ArrayList<>();
    for (int k = 0; k < fields.size(); k++) {
      RowSet parts = new RowSet(cells.size());
      for (int i = 0; i < cells.size(); i++) {
        parts.add(CellRandom.more(cells.bits(i), k + 1), 0);
      }
      ColumnVector column = new ColumnVector(fields.get(k).type(), cells.size());
      generators.get(k).fill(cells.parts(parts), column);
      values.add(column);
    }
    for (int i = 0; i < cells.size(); i++) {
      write(values, i, out, i);
    }
  }

  private static void write(List<ColumnVector> values, int from, ColumnVector out, int to) {
    out.begin(to);
    out.put('(');
    for (int k = 0; k < values.size(); k++) {
      if (k > 0) {
        out.put(',');
      }
      QuotedText.putIfNeeded(values.get(k), from, out);
    }
    out.put(')');
    out.end(to);
  }

  @Override
  public Optional<ValueSpace> space() {
    boolean isNumbered = generators.stream().anyMatch(g -> g.space().isPresent());
    return isNumbered || generators.isEmpty() ? Optional.of(new Space()) : Optional.empty();
  }

  /** Every combination of the fields that can be numbered; the others are drawn by the index. */
  private final class Space implements ValueSpace {
    @Override
    public long size() {
      long size = 1;
      for (ValueGenerator generator : generators) {
        long more = generator.space().map(ValueSpace::size).orElse(1L);
        size = Math.multiplyHigh(size, more) != 0 || size * more < 0 ? Long.MAX_VALUE : size * more;
      }
      return size;
    }

    @Override
    public boolean caseInsensitive() {
      return generators.stream()
          .flatMap(generator -> generator.space().stream())
          .allMatch(ValueSpace::caseInsensitive);
    }

    @Override
    public void write(long index, ColumnVector out, int i) {
      List<ColumnVector> values = new ArrayList<>();
      long rest = index;
      for (int k = 0; k < generators.size(); k++) {
        ColumnVector value = new ColumnVector(fields.get(k).type(), 1);
        Optional<ValueSpace> space = generators.get(k).space();
        if (space.isPresent()) {
          space.get().write(rest % space.get().size(), value, 0);
          rest /= space.get().size();
        } else {
          RowSet row = new RowSet(1).setRange(index, 1);
          generators.get(k).fill(new Cells(CellRandom.mix(k), row, List.of()), value);
        }
        values.add(value);
      }
      CompositeGenerator.write(values, 0, out, i);
    }
  }
}
