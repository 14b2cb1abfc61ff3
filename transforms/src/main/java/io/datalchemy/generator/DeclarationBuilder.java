package io.datalchemy.generator;

import io.datalchemy.catalogue.GeneratorDeclaration;
import io.datalchemy.catalogue.ParameterDeclaration;
import io.datalchemy.catalogue.ParameterRange;
import io.datalchemy.type.TypeFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Builds a declaration and its factory in one sentence. Not thread-safe. */
public final class DeclarationBuilder {
  private final String id;
  private final String summary;
  private final List<ParameterDeclaration> parameters = new ArrayList<>();
  private Set<TypeFamily> families = Set.of(TypeFamily.TEXT);
  private Optional<String> piiTag = Optional.empty();
  private int outputVersion = 1;

  private DeclarationBuilder(String id, String summary) {
    this.id = id;
    this.summary = summary;
  }

  /** Begins the declaration of an id; it produces text until told otherwise. */
  public static DeclarationBuilder of(String id, String summary) {
    return new DeclarationBuilder(id, summary);
  }

  /** A parameter that may be left out. */
  public DeclarationBuilder optional(String name, ParameterDeclaration.Type type, String meaning) {
    parameters.add(ParameterDeclaration.optional(name, type, meaning));
    return this;
  }

  /** A parameter with a default. */
  public DeclarationBuilder withDefault(
      String name, ParameterDeclaration.Type type, String value, String meaning) {
    parameters.add(ParameterDeclaration.withDefault(name, type, value, meaning));
    return this;
  }

  /** A parameter that must be given. */
  public DeclarationBuilder required(String name, ParameterDeclaration.Type type, String meaning) {
    parameters.add(ParameterDeclaration.required(name, type, meaning));
    return this;
  }

  /** The range of the parameter that was named last, both ends included. */
  public DeclarationBuilder within(long min, long max) {
    return within(ParameterRange.of(min, max));
  }

  /** The smallest number that the parameter which was named last may be. */
  public DeclarationBuilder atLeast(long min) {
    return within(ParameterRange.from(min));
  }

  private DeclarationBuilder within(ParameterRange range) {
    int last = parameters.size() - 1;
    parameters.set(last, parameters.get(last).within(range));
    return this;
  }

  /** Adds the parameter that says how often each value occurs. */
  public DeclarationBuilder distributable() {
    return optional(
        "distribution", ParameterDeclaration.Type.DISTRIBUTION, "How often each value occurs");
  }

  /** The families of column types that it can fill. */
  public DeclarationBuilder produces(TypeFamily... produced) {
    families = Set.of(produced);
    return this;
  }

  /** The kind of personal datum that its values imitate. */
  public DeclarationBuilder pii(String tag) {
    piiTag = Optional.of(tag);
    return this;
  }

  /** The version of what it gives: 1, and one more whenever the same cell gets another value. */
  public DeclarationBuilder version(int version) {
    outputVersion = version;
    return this;
  }

  /** The declaration alone. */
  public GeneratorDeclaration declared() {
    return new GeneratorDeclaration(id, summary, parameters, families, piiTag, outputVersion);
  }

  /** The factory that makes generators so. */
  public GeneratorFactory made(Function<GeneratorRequest, ValueGenerator> maker) {
    return new MadeBy(declared(), maker);
  }

  /** The factory that makes generators so, out of the generators of their parts. */
  public GeneratorFactory madeOfParts(
      BiFunction<GeneratorRequest, GeneratorFactory.PartMaker, ValueGenerator> maker) {
    return new MadeOfParts(declared(), maker);
  }

  private record MadeOfParts(
      GeneratorDeclaration declaration,
      BiFunction<GeneratorRequest, GeneratorFactory.PartMaker, ValueGenerator> maker)
      implements GeneratorFactory {
    @Override
    public ValueGenerator create(GeneratorRequest request) {
      throw new IllegalStateException(declaration.id() + " is made of parts");
    }

    @Override
    public ValueGenerator create(GeneratorRequest request, PartMaker parts) {
      return maker.apply(request, parts);
    }
  }

  private record MadeBy(
      GeneratorDeclaration declaration, Function<GeneratorRequest, ValueGenerator> maker)
      implements GeneratorFactory {
    @Override
    public ValueGenerator create(GeneratorRequest request) {
      return maker.apply(request);
    }
  }
}
