package io.datalchemy.existing;

import com.fasterxml.jackson.core.JacksonException;
import io.datalchemy.json.Json;
import io.datalchemy.problem.InvalidInputException;
import io.datalchemy.problem.Problem;
import io.datalchemy.schema.TableId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The keys that were read of the tables whose rows stay: the whole of {@code keys.json}.
 *
 * <p>The same database gives the same bytes: there is no time in it.
 *
 * @param schemaFingerprint of the schema that was introspected together with the keys
 * @param tables by name
 */
public record ExistingKeys(
    String keysVersion, Optional<String> schemaFingerprint, List<ExistingTable> tables) {

  /** The version of this document's form. */
  public static final String CURRENT_VERSION = "0.3";

  /** The folder of the keys within a run folder. */
  public static final String FOLDER = "keys";

  /** The document's name within that folder: written last, so that it is there when all is. */
  public static final String FILE_NAME = "keys.json";

  public ExistingKeys {
    Objects.requireNonNull(keysVersion, "keysVersion");
    Objects.requireNonNull(schemaFingerprint, "schemaFingerprint");
    tables = tables.stream().sorted(Comparator.comparing(ExistingTable::id)).toList();
    if (tables.stream().map(ExistingTable::id).anyMatch(repeats())) {
      throw new IllegalArgumentException("tables: must be named once each");
    }
  }

  private static java.util.function.Predicate<TableId> repeats() {
    var seen = new HashSet<TableId>();
    return id -> !seen.add(id);
  }

  /** No table keeps its rows. */
  public static ExistingKeys none() {
    return new ExistingKeys(CURRENT_VERSION, Optional.empty(), List.of());
  }

  /** The table of that name, if its keys were read. */
  public Optional<ExistingTable> table(TableId id) {
    return tables.stream().filter(t -> t.id().equals(id)).findFirst();
  }

  /** Only the tables among those. */
  public ExistingKeys only(List<TableId> ids) {
    return new ExistingKeys(
        keysVersion,
        schemaFingerprint,
        tables.stream().filter(table -> ids.contains(table.id())).toList());
  }

  /**
   * Reads the document of a folder of keys.
   *
   * @throws InvalidInputException if there is none, or if it cannot be understood
   */
  public static ExistingKeys read(Path folder) {
    Path file = folder.resolve(FILE_NAME);
    try {
      return requireKnown(Json.mapper().readValue(Files.readAllBytes(file), ExistingKeys.class));
    } catch (JacksonException e) {
      throw invalid(file + ": must be as introspect wrote it, is not");
    } catch (IOException e) {
      throw new InvalidInputException(
          Problem.error("keys_missing", "", file + ": must be there, cannot be read")
              .withHint(
                  "name a run folder of 'datalchemy introspect --keys TABLE', or its keys folder"));
    }
  }

  private static ExistingKeys requireKnown(ExistingKeys keys) {
    if (!keys.keysVersion().equals(CURRENT_VERSION)) {
      throw invalid(
          "keys_version: must be " + CURRENT_VERSION + ", was another; read the keys again");
    }
    return keys;
  }

  private static InvalidInputException invalid(String message) {
    return new InvalidInputException(
        Problem.error("invalid_keys_json", "", message)
            .withHint("read the keys again with 'datalchemy introspect --keys'"));
  }
}
