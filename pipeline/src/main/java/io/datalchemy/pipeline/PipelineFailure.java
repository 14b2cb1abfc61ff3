package io.datalchemy.pipeline;

import io.datalchemy.problem.InvalidInputException;
import io.datalchemy.problem.UnavailableException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Turns what a runner throws, wrapped several times over, into one clear exception. */
final class PipelineFailure {
  private PipelineFailure() {}

  /** The exception to throw for what came out of a run in that folder. */
  static RuntimeException of(Throwable thrown, Path runFolder) {
    List<Throwable> causes = causes(thrown);
    for (Throwable cause : causes) {
      if (cause instanceof InvalidInputException || cause instanceof UnavailableException) {
        return (RuntimeException) cause;
      }
      if (cause instanceof GenerationFailedException failed) {
        return failed;
      }
      if (cause instanceof IOException e) {
        return new UnavailableException(
            runFolder + ": cannot be written: " + reason(e) + "; free room or name another folder",
            e);
      }
      if (cause instanceof OutOfMemoryError) {
        return new GenerationFailedException(
            "memory: ran out; use fewer threads, more heap (-Xmx) or computed foreign keys",
            thrown);
      }
    }
    Throwable root = causes.get(causes.size() - 1);
    return new GenerationFailedException("generation: failed: " + message(root), thrown);
  }

  private static List<Throwable> causes(Throwable thrown) {
    List<Throwable> causes = new ArrayList<>();
    for (Throwable t = thrown; t != null && !causes.contains(t); t = t.getCause()) {
      causes.add(t);
    }
    return causes;
  }

  private static String reason(IOException e) {
    boolean hasReason = e instanceof FileSystemException f && f.getReason() != null;
    return hasReason ? ((FileSystemException) e).getReason() : message(e);
  }

  private static String message(Throwable t) {
    return t.getMessage() == null ? t.getClass().getSimpleName() : t.getMessage();
  }
}
