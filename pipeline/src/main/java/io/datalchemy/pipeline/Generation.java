package io.datalchemy.pipeline;

import io.datalchemy.inject.InjectionProbe;
import io.datalchemy.problem.InvalidInputException;
import io.datalchemy.problem.Problem;
import io.datalchemy.problem.Problems;
import io.datalchemy.registry.Generators;
import io.datalchemy.resolve.ResolvedPlan;
import io.datalchemy.row.TablePrograms;
import io.datalchemy.run.RunFolder;
import java.time.InstantSource;
import org.apache.beam.sdk.options.PipelineOptions;

/**
 * Runs a resolved plan: makes the run folder, writes the documents and every table, then the report
 * and, last, the manifest.
 *
 * <p>A run that fails leaves a folder with its log alone, which says why, and without a manifest.
 */
public final class Generation {
  private final InstantSource clock;
  private final ProgressDisplay display;

  Generation(InstantSource clock, ProgressDisplay display) {
    this.clock = clock;
    this.display = display;
  }

  /**
   * Does one run, with its progress on standard error if that is a terminal.
   *
   * @throws InvalidInputException if the request cannot be run
   * @throws io.datalchemy.problem.UnavailableException if the folder cannot be written
   * @throws GenerationFailedException if the run failed otherwise
   */
  public static GenerationResult run(GenerationRequest request) {
    boolean shown = !request.quiet() && Terminal.isStandardError();
    ProgressDisplay display = shown ? ProgressDisplay.on(System.err) : ProgressDisplay.none();
    return new Generation(InstantSource.system(), display).generate(request);
  }

  /** Nothing is written before the request is known to make sense. */
  GenerationResult generate(GenerationRequest request) {
    PipelineOptions options = request.runner().toBeam();
    TablePrograms programs = compile(request.documents().resolvedPlan());
    request
        .documents()
        .keys()
        .ifPresent(
            keys -> request.documents().resolvedPlan().existing().forEach(keys::requireIntact));
    requireInjectable(request.documents(), programs);
    RunFolder folder = RunFolder.create(request.out(), clock);
    return new GenerationRun(request, folder, clock, display).run(options, programs);
  }

  private static void requireInjectable(Documents documents, TablePrograms programs) {
    Problems problems = new Problems();
    problems.addAll(InjectionProbe.problems(programs, documents.parents(programs)));
    problems.throwIfErrors();
  }

  private static TablePrograms compile(ResolvedPlan plan) {
    try {
      return TablePrograms.compile(plan, Generators.builtIn());
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException(
          Problem.error("invalid_resolved_plan", "", e.getMessage())
              .withHint("resolve the plan again with this version"));
    }
  }
}
