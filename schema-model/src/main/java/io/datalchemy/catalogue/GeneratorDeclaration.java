package io.datalchemy.catalogue;

import io.datalchemy.expression.parsing.ExpressionParser;
import io.datalchemy.expression.parsing.ParsedCondition;
import io.datalchemy.type.TypeFamily;
import java.util.LinkedHashSet;
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

  /** The columns of the same row that a call with these parameters reads. */
  public List<String> inputColumns(Parameters params) {
    Set<String> columns = new LinkedHashSet<>();
    for (ParameterDeclaration parameter : parameters) {
      if (parameter.type() == ParameterDeclaration.Type.COLUMNS) {
        columns.addAll(params.texts(parameter.name()));
      } else if (parameter.type() == ParameterDeclaration.Type.EXPRESSION) {
        params.text(parameter.name()).ifPresent(sql -> columns.addAll(columnsOf(sql)));
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
