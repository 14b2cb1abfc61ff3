package io.datalchemy.introspect;

import io.datalchemy.introspect.catalogue.Catalogue;
import io.datalchemy.problem.InvalidInputException;
import io.datalchemy.problem.NearMatch;
import io.datalchemy.problem.Problem;
import io.datalchemy.problem.UnavailableException;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** Which schemas are read: those asked for, or all that belong to users. */
final class SchemaChoice {
  private record Candidate(String name, boolean usable, boolean ofExtension) {}

  private final List<Candidate> candidates;
  private final String place;

  private SchemaChoice(List<Candidate> candidates, String place) {
    this.candidates = candidates;
    this.place = place;
  }

  /**
   * The choice that a database offers.
   *
   * @param place the connection, for messages
   */
  static SchemaChoice read(Catalogue catalogue, String place) throws SQLException {
    List<Candidate> candidates =
        catalogue.all(
            "schemas",
            row -> new Candidate(row.text("name"), row.flag("usable"), row.flag("of_extension")));
    return new SchemaChoice(
        candidates.stream().sorted(Comparator.comparing(Candidate::name)).toList(), place);
  }

  /** The names of the schemas to read, in order. */
  List<String> select(List<String> asked) {
    return asked.isEmpty() ? offered() : checked(asked);
  }

  /** Schemas that are left out because the user may not use them, unless schemas were asked for. */
  List<String> unusable(List<String> asked) {
    return candidates.stream()
        .filter(c -> asked.isEmpty() && !c.ofExtension() && !c.usable())
        .map(Candidate::name)
        .toList();
  }

  private List<String> offered() {
    return candidates.stream()
        .filter(c -> c.usable() && !c.ofExtension())
        .map(Candidate::name)
        .toList();
  }

  private List<String> checked(List<String> asked) {
    List<String> names = candidates.stream().map(Candidate::name).toList();
    List<Problem> unknown =
        asked.stream().filter(a -> !names.contains(a)).map(a -> unknown(a, names)).toList();
    if (!unknown.isEmpty()) {
      throw new InvalidInputException(unknown);
    }
    for (Candidate candidate : candidates) {
      if (asked.contains(candidate.name()) && !candidate.usable()) {
        throw new UnavailableException(
            "schema "
                + candidate.name()
                + " of "
                + place
                + ": the user must have USAGE on it, has not; "
                + grant(candidate.name())
                + " TO the user, or use another user");
      }
    }
    return List.copyOf(new TreeSet<>(asked));
  }

  /** The statement that lets a user into a schema, but for the user. */
  static String grant(String schema) {
    return "GRANT USAGE ON SCHEMA \"" + schema.replace("\"", "\"\"") + '"';
  }

  private static Problem unknown(String asked, List<String> names) {
    return Problem.error(
            "unknown_schema", "", "schema " + asked + ": must exist in the database, does not")
        .withHint(NearMatch.hint(asked, names));
  }
}
