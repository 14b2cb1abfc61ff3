package io.datalchemy.registry;

import io.datalchemy.generator.GeneratorFactory;
import io.datalchemy.generator.GeneratorFactory.GeneratorProvider;
import io.datalchemy.problem.InvalidInputException;
import io.datalchemy.problem.Problem;
import io.datalchemy.problem.Problems;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** The generators of others, found on the class path. */
final class Plugins {
  private static final String OURS = "Datalchemy itself";
  private static final int MOST_PROBLEMS = 20;
  private static final String ID = "[A-Za-z0-9_]+(\\.[A-Za-z0-9_]+)+";

  private final Map<String, String> providers = new TreeMap<>();
  private final List<GeneratorFactory> factories = new ArrayList<>();
  private final Problems problems = new Problems();

  private Plugins(List<GeneratorFactory> ours) {
    ours.forEach(factory -> providers.put(factory.declaration().id(), OURS));
  }

  /**
   * What the providers that a class loader finds have.
   *
   * @throws InvalidInputException if a provider cannot be used, or two have an id in common
   */
  static List<GeneratorFactory> factories(ClassLoader loader, List<GeneratorFactory> ours) {
    Plugins plugins = new Plugins(ours);
    Iterator<GeneratorProvider> found =
        ServiceLoader.load(GeneratorProvider.class, loader).iterator();
    for (Optional<GeneratorProvider> p = plugins.next(found);
        p.isPresent();
        p = plugins.next(found)) {
      plugins.add(p.get());
    }
    if (plugins.problems.hasErrors()) {
      throw new InvalidInputException(plugins.problems.all());
    }
    return plugins.factories;
  }

  /** A provider that cannot be made, or whose code is not there, is told and passed over. */
  private Optional<GeneratorProvider> next(Iterator<GeneratorProvider> found) {
    while (problems.all().size() < MOST_PROBLEMS) {
      try {
        return found.hasNext() ? Optional.of(found.next()) : Optional.empty();
      } catch (ServiceConfigurationError | LinkageError e) {
        problems.add(unusable("a provider of generators", e));
      }
    }
    return Optional.empty();
  }

  private void add(GeneratorProvider provider) {
    String name = name(provider);
    try {
      provider.factories().forEach(factory -> add(factory, name));
    } catch (RuntimeException | LinkageError e) {
      problems.add(unusable(name, e));
    }
  }

  private void add(GeneratorFactory factory, String provider) {
    String id = factory.declaration().id();
    if (!id.matches(ID)) {
      problems.add(
          Problem.error(
                  "invalid_generator_id",
                  "",
                  "generator '"
                      + id
                      + "' of "
                      + provider
                      + ": must be words with dots between them")
              .withHint("such as acme.order_number"));
      return;
    }
    String before = providers.putIfAbsent(id, provider);
    if (before == null) {
      factories.add(factory);
      return;
    }
    problems.add(
        Problem.error(
                "duplicate_generator_id",
                "",
                "generator '"
                    + id
                    + "': must be declared once, is by "
                    + before
                    + " and by "
                    + provider)
            .withHint("give one of them another id, or take its jar off the class path"));
  }

  private static Problem unusable(String subject, Throwable cause) {
    Throwable root = cause.getCause() == null ? cause : cause.getCause();
    String why = root.getMessage() == null ? "" : ": " + root.getMessage();
    return Problem.error(
            "unusable_plugin",
            "",
            subject + ": cannot be used, " + root.getClass().getSimpleName() + why)
        .withHint("take its jar off the class path, or one made for this version");
  }

  /** The class and the jar that it came from. */
  private static String name(GeneratorProvider provider) {
    CodeSource source = provider.getClass().getProtectionDomain().getCodeSource();
    String from =
        source == null || source.getLocation() == null
            ? ""
            : " of " + source.getLocation().getPath();
    return provider.getClass().getName() + from;
  }
}
