package io.datalchemy.catalogue;

import io.datalchemy.expression.parsing.ExpressionParser;
import io.datalchemy.expression.parsing.ParsedCondition;
import io.datalchemy.type.TypeFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a generator says of itself: its name, its parameters and what it can produce.
 *
 * @param produces the families of column types that it can fill
 * @param piiTag the kind of personal datum that its values imitate ({@code cpf}, {@code email})
 * @param outputVersion raised whenever the same cell would get another value
 */
public record GeneratorDeclaration(
    String id,
    String summary,
    List<ParameterDeclaration> parameters,
    Set<TypeFamily> produces,
    Optional<String> piiTag,
    int outputVersion) {
  public GeneratorDeclaration {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(summary, "summary");
    parameters = List.copyOf(parameters);
    produces = java.util.Collections.unmodifiableSet(new TreeSet<>(produces));
    Objects.requireNonNull(piiTag, "piiTag");
  }

  /**
   * The columns of the same row that a call with these parameters reads, in the order in which it
   * reads them: one that lists name twice stands there twice, those of expressions once.
   */
  public List<String> inputColumns(Parameters params) {
    List<String> columns = new ArrayList<>();
    for (ParameterDeclaration parameter : parameters) {
      if (parameter.type() == ParameterDeclaration.Type.COLUMNS) {
        columns.addAll(params.texts(parameter.name()));
      } else if (parameter.type() == ParameterDeclaration.Type.EXPRESSION) {
        params
            .text(parameter.name())
            .map(GeneratorDeclaration::columnsOf)
            .ifPresent(
                read -> read.stream().filter(c -> !columns.contains(c)).forEach(columns::add));
      }
    }
    return List.copyOf(columns);
  }

  private static Set<String> columnsOf(String sql) {
    return ExpressionParser.parse(sql) instanceof ParsedCondition.Parsed parsed
        ? parsed.expression().columns()
        : Set.of();
  }

  /** The parameter of that name, if it takes one. */
  public Optional<ParameterDeclaration> parameter(String name) {
    return parameters.stream().filter(p -> p.name().equals(name)).findFirst();
  }
}
