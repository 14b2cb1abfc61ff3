package io.datalchemy.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import io.datalchemy.json.Json;
import io.datalchemy.problem.InvalidInputException;
import io.datalchemy.problem.Problem;
import io.datalchemy.problem.UnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** Reads the documents of a finished run. */
final class RunDocuments {
  private RunDocuments() {}

  static <T> T read(Path file, Class<T> type, String whatAbsenceMeans) {
    try {
      return Json.mapper().readValue(Files.readAllBytes(file), type);
    } catch (NoSuchFileException e) {
      throw new InvalidInputException(
          Problem.error("run_incomplete", "", file + ": is not there, " + whatAbsenceMeans)
              .withHint("name the folder of a run that finished"));
    } catch (JsonMappingException e) {
      throw new InvalidInputException(
          Problem.error("invalid_run_document", pointer(e), file + ": " + e.getOriginalMessage()));
    } catch (JsonProcessingException e) {
      throw new InvalidInputException(
          Problem.error("invalid_run_document", "", file + ": " + e.getOriginalMessage()));
    } catch (IOException e) {
      throw new UnavailableException(file + ": cannot be read; check its permissions", e);
    }
  }

  private static String pointer(JsonMappingException e) {
    return e.getPath().stream()
        .map(r -> "/" + (r.getFieldName() == null ? r.getIndex() : r.getFieldName()))
        .collect(Collectors.joining());
  }
}
