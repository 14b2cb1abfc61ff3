package io.datalchemy.plan.validation;

import com.fasterxml.jackson.core.JsonPointer;
import io.datalchemy.catalogue.ParameterDeclaration;
import io.datalchemy.catalogue.Parameters;
import io.datalchemy.problem.NearMatch;
import io.datalchemy.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Do parameters have the names and types that a declaration gives?
 *
 * @param code the code of what is wrong
 * @param subject the generator or transform
 * @param path where the parameters stand
 */
record ParametersCheck(String code, String subject, String path) {

  /**
   * What is wrong with the parameters.
   *
   * @param checked the declarations to check values of
   * @param known the declarations of names that are allowed
   */
  List<Problem> problems(
      Parameters given, List<ParameterDeclaration> checked, List<ParameterDeclaration> known) {
    List<Problem> problems = new ArrayList<>();
    List<String> names = known.stream().map(ParameterDeclaration::name).toList();
    given.values().keySet().stream()
        .filter(name -> !names.contains(name))
        .forEach(name -> problems.add(unknown(name, names)));
    for (ParameterDeclaration parameter : checked) {
      problem(given, parameter).ifPresent(problems::add);
    }
    return problems;
  }

  /** The path of a field of the object at a path. */
  static String below(String path, String field) {
    return JsonPointer.compile(path).appendProperty(field).toString();
  }

  private Problem unknown(String name, List<String> names) {
    String message = "parameter '" + name + "' of " + subject + ": unknown";
    String hint = names.isEmpty() ? "it takes none" : NearMatch.hint(name, names);
    return Problem.error(code, below(path, name), message).withHint(hint);
  }

  private Optional<Problem> problem(Parameters given, ParameterDeclaration parameter) {
    var value = given.find(parameter.name());
    String label = "parameter '" + parameter.name() + "' of " + subject + ": ";
    if (value.isEmpty()) {
      return parameter.required()
          ? Optional.of(
              Problem.error(code, path, label + "must be given").withHint(parameter.summary()))
          : Optional.empty();
    }
    if (parameter.type() == ParameterDeclaration.Type.COLUMNS) {
      return Optional.empty(); // InputColumnsCheck tells
    }
    return ParameterForm.of(parameter.type())
        .rejects(value.get())
        .or(() -> parameter.brokenBy(value.get()))
        .map(rule -> label + rule + ", was " + value.get())
        .map(message -> Problem.error(code, below(path, parameter.name()), message));
  }
}
