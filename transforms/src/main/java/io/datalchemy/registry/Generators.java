package io.datalchemy.registry;

import io.datalchemy.catalogue.GeneratorCall;
import io.datalchemy.catalogue.GeneratorCatalogue;
import io.datalchemy.catalogue.GeneratorDeclaration;
import io.datalchemy.catalogue.TransformCall;
import io.datalchemy.catalogue.TransformDeclaration;
import io.datalchemy.catalogue.UniqueSpace;
import io.datalchemy.generator.Cells;
import io.datalchemy.generator.GeneratorFactory;
import io.datalchemy.generator.GeneratorRequest;
import io.datalchemy.generator.RowNumbered;
import io.datalchemy.generator.ValueGenerator;
import io.datalchemy.generator.ValueSpace;
import io.datalchemy.generator.distribution.Distributions;
import io.datalchemy.problem.InvalidInputException;
import io.datalchemy.problem.NearMatch;
import io.datalchemy.problem.Problem;
import io.datalchemy.random.CellRandom;
import io.datalchemy.transform.DistinctInput;
import io.datalchemy.transform.TransformFactory;
import io.datalchemy.transform.ValueTransform;
import io.datalchemy.type.ValueType;
import io.datalchemy.vector.ColumnVector;
import io.datalchemy.vector.RowSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * The generators and transforms that there are, by id: the catalogue, and the way from a call to
 * the thing that fills a column. Thread-safe; its answers never change.
 */
public final class Generators implements GeneratorCatalogue {
  /** The code of the problem when an id is not known. */
  public static final String UNKNOWN_GENERATOR = "unknown_generator";

  /** The code of the problem when a transform's id is not known. */
  public static final String UNKNOWN_TRANSFORM = "unknown_transform";

  /** The code of the problem when parameters are wrong. */
  public static final String INVALID_PARAMS = "invalid_generator_params";

  private final SortedMap<String, GeneratorFactory> generators;
  private final SortedMap<String, TransformFactory> transforms;
  private final String locale;
  private final LocalDate asOf;

  /** What was made to answer questions, as many columns ask the same. */
  private final Map<Asked, ValueGenerator> asked = new ConcurrentHashMap<>();

  private record Asked(GeneratorCall call, ValueType type, boolean caseInsensitive) {}

  private Generators(
      SortedMap<String, GeneratorFactory> generators,
      SortedMap<String, TransformFactory> transforms,
      String locale,
      LocalDate asOf) {
    this.generators = Collections.unmodifiableSortedMap(generators);
    this.transforms = Collections.unmodifiableSortedMap(transforms);
    this.locale = locale;
    this.asOf = asOf;
  }

  /** Our own and those of every provider on the class path, for {@code pt_BR} and a fixed day. */
  public static Generators builtIn() {
    return withProvidersOf(Generators.class.getClassLoader());
  }

  /** Our own and those of every provider that a class loader finds. */
  static Generators withProvidersOf(ClassLoader loader) {
    return of(BuiltIn.generators(loader), BuiltIn.transforms());
  }

  /**
   * Exactly these.
   *
   * @throws IllegalArgumentException if two have the same id
   */
  static Generators of(List<GeneratorFactory> generators, List<TransformFactory> transforms) {
    SortedMap<String, GeneratorFactory> byId = new TreeMap<>();
    for (GeneratorFactory factory : generators) {
      refuseDuplicate(factory.declaration().id(), byId.put(factory.declaration().id(), factory));
    }
    SortedMap<String, TransformFactory> transformsById = new TreeMap<>();
    for (TransformFactory factory : transforms) {
      String id = factory.declaration().id();
      refuseDuplicate(id, transformsById.put(id, factory));
    }
    return new Generators(byId, transformsById, "pt_BR", LocalDate.of(2026, 1, 1));
  }

  private static void refuseDuplicate(String id, Object earlier) {
    if (earlier != null) {
      throw new IllegalArgumentException(
          "generator " + id + ": declared twice, last by " + earlier.getClass().getName());
    }
  }

  /** The same for a plan's locale and for the day that stands for today. */
  public Generators forPlan(String planLocale, LocalDate planAsOf) {
    Objects.requireNonNull(planLocale, "planLocale");
    Objects.requireNonNull(planAsOf, "planAsOf");
    return new Generators(generators, transforms, planLocale, planAsOf);
  }

  /** The same for the day that stands for today. */
  public Generators forDay(LocalDate today) {
    return forPlan(locale, today);
  }

  @Override
  public List<GeneratorDeclaration> generators() {
    return generators.values().stream().map(GeneratorFactory::declaration).toList();
  }

  @Override
  public List<TransformDeclaration> transforms() {
    return transforms.values().stream().map(TransformFactory::declaration).toList();
  }

  @Override
  public Optional<GeneratorDeclaration> generator(String id) {
    return Optional.ofNullable(generators.get(id)).map(GeneratorFactory::declaration);
  }

  @Override
  public Optional<TransformDeclaration> transform(String id) {
    return Optional.ofNullable(transforms.get(id)).map(TransformFactory::declaration);
  }

  /**
   * The columns of the same row that a call reads, in the order of {@link
   * io.datalchemy.generator.Cells#input}.
   */
  public List<String> inputColumns(GeneratorCall call) {
    return factory(call).inputColumns(call.params());
  }

  /**
   * Makes the generator of a column.
   *
   * @param inputTypes the types of {@link #inputColumns}, in order
   * @param caseInsensitive whether its value space counts values that differ in case only as one
   * @throws InvalidInputException if the call is wrong
   */
  public ValueGenerator create(
      GeneratorCall call, ValueType type, List<ValueType> inputTypes, boolean caseInsensitive) {
    GeneratorFactory factory = factory(call);
    refuse(call.id(), declarationProblems(factory.declaration(), call, type));
    String effectiveLocale = call.locale().orElse(locale);
    try {
      return factory.create(
          new GeneratorRequest(
              call.params(),
              type,
              inputTypes,
              effectiveLocale,
              asOf,
              caseInsensitive || type.name().equals("citext")),
          (part, partType) -> create(part, partType, List.of(), caseInsensitive));
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException(invalid(call.id(), e.getMessage()));
    }
  }

  /**
   * Makes the transform of a column.
   *
   * @throws InvalidInputException if the call is wrong
   */
  public ValueTransform createTransform(TransformCall call, ValueType type) {
    TransformFactory factory = transforms.get(call.id());
    if (factory == null) {
      throw new InvalidInputException(unknownTransform(call.id()));
    }
    refuse(call.id(), ParameterCheck.problems(factory.declaration().parameters(), call.params()));
    try {
      return factory.create(
          new GeneratorRequest(call.params(), type, List.of(), locale, asOf, false));
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException(invalid(call.id(), e.getMessage()));
    }
  }

  @Override
  public OptionalLong valueSpace(GeneratorCall call, ValueType type, boolean caseInsensitive) {
    ValueGenerator generator = asked(call, type, caseInsensitive);
    return generator
        .space()
        .map(ValueSpace::size)
        .or(() -> generator.rowNumbered().filter(RowNumbered::isDistinct).map(RowNumbered::size))
        .map(OptionalLong::of)
        .orElse(OptionalLong.empty());
  }

  @Override
  public OptionalLong rowNumbers(GeneratorCall call, ValueType type) {
    return asked(call, type, false)
        .rowNumbered()
        .map(numbered -> OptionalLong.of(numbered.size()))
        .orElse(OptionalLong.empty());
  }

  @Override
  public UniqueSpace uniqueSpace(
      GeneratorCall call, List<TransformCall> transforms, ValueType type, boolean caseInsensitive) {
    DistinctInput.Answer answer = DistinctInput.of(transforms, type, caseInsensitive);
    if (answer.input().isEmpty()) {
      return UniqueSpace.none(answer.obstacle().orElseThrow());
    }
    DistinctInput needed = answer.input().get();
    boolean isShorter = !needed.type().equals(type);
    List<String> problems = isShorter ? check(call, needed.type()) : List.of();
    if (!problems.isEmpty()) {
      return UniqueSpace.none(problems.get(0) + ", within what the transforms leave of it");
    }
    OptionalLong size = valueSpace(call, needed.type(), needed.caseInsensitive());
    return size.isPresent()
        ? UniqueSpace.of(size.getAsLong())
        : UniqueSpace.none(
            "the values of "
                + call.id()
                + (call.params().has(Distributions.PARAMETER)
                    ? " with a distribution occur more than once; leave the distribution out"
                    : " cannot be numbered")
                + (needed.caseInsensitive() ? " so that they differ in more than case" : ""));
  }

  @Override
  public List<String> check(GeneratorCall call, ValueType type) {
    GeneratorFactory factory = generators.get(call.id());
    if (factory == null) {
      return List.of(unknownGenerator(call.id()).message());
    }
    if (asked.containsKey(new Asked(call, type, false))) {
      return List.of();
    }
    List<String> found = declarationProblems(factory.declaration(), call, type);
    if (!found.isEmpty()) {
      return found;
    }
    try {
      asked(call, type, false);
      return List.of();
    } catch (InvalidInputException e) {
      return e.problems().stream().map(Problem::message).toList();
    }
  }

  @Override
  public Optional<String> piiTag(GeneratorCall call) {
    return Optional.ofNullable(generators.get(call.id()))
        .flatMap(factory -> factory.piiTag(call.params()));
  }

  @Override
  public List<String> sample(GeneratorCall call, ValueType type, int count) {
    if (!inputColumns(call).isEmpty() || type.family().isLong()) {
      return List.of();
    }
    RowSet rows = new RowSet(count).setRange(0, count);
    ColumnVector values = new ColumnVector(type, count);
    asked(call, type, false)
        .fill(new Cells(CellRandom.key(0, call.id(), "sample"), rows, List.of()), values);
    return IntStream.range(0, count).mapToObj(values::textAt).toList();
  }

  /** What is wrong with a transform's call, in words; empty if nothing is. */
  public List<String> checkTransform(TransformCall call, ValueType type) {
    try {
      createTransform(call, type);
      return List.of();
    } catch (InvalidInputException e) {
      return e.problems().stream().map(Problem::message).toList();
    }
  }

  private ValueGenerator asked(GeneratorCall call, ValueType type, boolean caseInsensitive) {
    Asked question = new Asked(call, type, caseInsensitive);
    ValueGenerator known = asked.get(question);
    if (known != null) {
      return known;
    }
    ValueGenerator made = create(call, type, assumedInputTypes(call, type), caseInsensitive);
    asked.put(question, made);
    return made;
  }

  /** Checks come before the inputs are known: they are taken to be of the column's own type. */
  private List<ValueType> assumedInputTypes(GeneratorCall call, ValueType type) {
    return Collections.nCopies(inputColumns(call).size(), type);
  }

  private GeneratorFactory factory(GeneratorCall call) {
    GeneratorFactory factory = generators.get(call.id());
    if (factory == null) {
      throw new InvalidInputException(unknownGenerator(call.id()));
    }
    return factory;
  }

  private List<String> declarationProblems(
      GeneratorDeclaration declaration, GeneratorCall call, ValueType type) {
    List<String> found =
        new ArrayList<>(ParameterCheck.problems(declaration.parameters(), call.params()));
    call.locale()
        .filter(name -> !locales().contains(name))
        .ifPresent(
            name -> found.add("locale: must be one of " + locales() + ", was '" + name + "'"));
    if (!declaration.produces().contains(type.family())) {
      found.add(
          "type: must be one of "
              + declaration.produces()
              + ", was "
              + type.family()
              + " ("
              + type.name()
              + ")");
    }
    return found;
  }

  private Problem unknownGenerator(String id) {
    String near =
        NearMatch.of(id, generators.keySet()).map(n -> "; did you mean '" + n + "'?").orElse("");
    return Problem.error(UNKNOWN_GENERATOR, "", "generator " + id + ": unknown id" + near);
  }

  private Problem unknownTransform(String id) {
    return Problem.error(
        UNKNOWN_TRANSFORM,
        "",
        "transform " + id + ": unknown id; " + NearMatch.hint(id, transforms.keySet()));
  }

  private static void refuse(String id, List<String> found) {
    if (!found.isEmpty()) {
      throw new InvalidInputException(found.stream().map(words -> invalid(id, words)).toList());
    }
  }

  private static Problem invalid(String id, String words) {
    return Problem.error(INVALID_PARAMS, "", id + ": " + words);
  }
}
