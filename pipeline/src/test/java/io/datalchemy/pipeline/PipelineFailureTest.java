package io.datalchemy.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.datalchemy.problem.InvalidInputException;
import io.datalchemy.problem.Problem;
import io.datalchemy.problem.UnavailableException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.apache.beam.sdk.Pipeline.PipelineExecutionException;
import org.apache.beam.sdk.util.UserCodeException;
import org.junit.jupiter.api.Test;

class PipelineFailureTest {
  private static final Path RUN = Path.of("out", "run");

  @Test
  void saysThatTheDiskIsFull() {
    IOException full = new IOException("No space left on device");
    RuntimeException failure = PipelineFailure.of(wrapped(full), RUN);
    assertInstanceOf(UnavailableException.class, failure);
    assertEquals(
        RUN + ": cannot be written: No space left on device; free room or name another folder",
        failure.getMessage());
  }

  @Test
  void saysWhyAFileCannotBeMadeWithoutItsLongName() {
    IOException denied = new FileSystemException("/a/b.csv", null, "Read-only file system");
    assertEquals(
        RUN + ": cannot be written: Read-only file system; free room or name another folder",
        PipelineFailure.of(wrapped(denied), RUN).getMessage());
  }

  @Test
  void givesOurOwnExceptionsAsTheyAre() {
    InvalidInputException ours = new InvalidInputException(Problem.error("a_code", "", "wrong"));
    assertSame(ours, PipelineFailure.of(wrapped(ours), RUN));
  }

  @Test
  void givesTheInnermostMessageOfAnythingElse() {
    RuntimeException failure =
        PipelineFailure.of(wrapped(new IllegalStateException("loja.pedido: is wrong")), RUN);
    assertInstanceOf(GenerationFailedException.class, failure);
    assertEquals("generation: failed: loja.pedido: is wrong", failure.getMessage());
  }

  @Test
  void namesTheWayOutWhenMemoryRunsOut() {
    assertEquals(
        "memory: ran out; use fewer threads, more heap (-Xmx) or computed foreign keys",
        PipelineFailure.of(new OutOfMemoryError("Java heap space"), RUN).getMessage());
  }

  private static Throwable wrapped(Throwable cause) {
    return new PipelineExecutionException(UserCodeException.wrap(new RuntimeException(cause)));
  }
}
