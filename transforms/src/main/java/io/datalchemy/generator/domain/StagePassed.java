package io.datalchemy.generator.domain;

import static io.datalchemy.catalogue.ParameterDeclaration.Type.COLUMNS;
import static io.datalchemy.catalogue.ParameterDeclaration.Type.LIST;
import static io.datalchemy.catalogue.ParameterDeclaration.Type.TEXT;

import io.datalchemy.generator.Cells;
import io.datalchemy.generator.DeclarationBuilder;
import io.datalchemy.generator.GeneratorFactory;
import io.datalchemy.generator.GeneratorRequest;
import io.datalchemy.generator.ValueGenerator;
import io.datalchemy.generator.scalar.Scalar;
import io.datalchemy.type.TypeFamily;
import io.datalchemy.type.ValueType;
import io.datalchemy.vector.ColumnVector;
import java.util.List;

/**
 * The stages that led to the parent's, one for each child: those of a line, and for the last child
 * the stage of the parent itself.
 *
 * <p>Its inputs are the parent's stage, how many children it has, and the child's number, from 1.
 * NULL where one of them is.
 */
final class StagePassed implements ValueGenerator {
  private static final int INPUTS = 3;

  /** Of a call that is checked before the parent's columns are known. */
  private static final int NAMED_INPUTS = 2;

  private final List<Scalar> line;

  private StagePassed(List<Scalar> line) {
    this.line = line;
  }

  static GeneratorFactory factory() {
    return DeclarationBuilder.of(
            "derive.stage_passed", "The stage of one child on the way to its parent's stage")
        .required("input_columns", COLUMNS, "The column of the foreign key")
        .optional("via", LIST, "Further foreign keys, by name or column, that lead further up")
        .optional("parent_schema", TEXT, "The parent's schema")
        .optional("parent_table", TEXT, "The parent's table")
        .required("parent_column", TEXT, "The parent's column of the stage")
        .required("parts_column", TEXT, "The parent's column of the number of stages")
        .required("number", COLUMNS, "The column that numbers the stages, from 1")
        .required("stages", LIST, "The stages before the last, in order")
        .produces(TypeFamily.TEXT, TypeFamily.ENUM)
        .made(StagePassed::generator);
  }

  private static StagePassed generator(GeneratorRequest request) {
    List<ValueType> inputs = request.inputTypes();
    StageCount.requireInputs("number", inputs.size(), NAMED_INPUTS, INPUTS);
    if (inputs.size() == INPUTS) {
      requireFitting(inputs.get(0), request.type());
      StageCount.requireNumber("parts_column", inputs.get(1));
      StageCount.requireNumber("number", inputs.get(2));
    }
    List<String> stages = request.params().texts("stages");
    if (stages.isEmpty()) {
      throw new IllegalArgumentException("stages: must have a value");
    }
    return new StagePassed(stages.stream().map(s -> stage(request.type(), s)).toList());
  }

  private static void requireFitting(ValueType parents, ValueType own) {
    boolean fits =
        switch (parents.family()) {
          case ENUM ->
              own.family() == TypeFamily.TEXT || own.labels().containsAll(parents.labels());
          case TEXT -> own.family() == TypeFamily.TEXT && room(parents) <= room(own);
          default -> false;
        };
    if (!fits) {
      throw new IllegalArgumentException(
          "parent_column: must name a column whose values all fit "
              + own.name()
              + ", was "
              + parents.name());
    }
  }

  private static int room(ValueType text) {
    return text.maxLength().orElse(Integer.MAX_VALUE);
  }

  private static Scalar stage(ValueType type, String text) {
    try {
      return Scalar.parse(type, text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("stages: " + e.getMessage(), e);
    }
  }

  @Override
  public void fill(Cells cells, ColumnVector out) {
    ColumnVector reached = cells.input(0);
    ColumnVector count = cells.input(1);
    ColumnVector number = cells.input(2);
    for (int i = 0; i < cells.size(); i++) {
      if (reached.isNull(i) || count.isNull(i) || number.isNull(i)) {
        out.setNull(i);
      } else if (StageCount.whole(number, i) >= StageCount.whole(count, i)) {
        out.copyFrom(reached, i, i);
      } else {
        line.get(StageCount.place(number, i, line.size())).write(out, i);
      }
    }
  }
}
