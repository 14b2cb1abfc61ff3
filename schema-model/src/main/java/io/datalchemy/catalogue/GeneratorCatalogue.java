package io.datalchemy.catalogue;

import io.datalchemy.type.ValueType;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The generators and transforms that there are, as declarations: what resolution decides by. */
public interface GeneratorCatalogue {
  /** All generators, by id. */
  List<GeneratorDeclaration> generators();

  /** All transforms, by id. */
  List<TransformDeclaration> transforms();

  /** The locales that generators know, in order. */
  default List<String> locales() {
    return List.of("en_US", "pt_BR");
  }

  /** The generator of that id. */
  default Optional<GeneratorDeclaration> generator(String id) {
    return generators().stream().filter(g -> g.id().equals(id)).findFirst();
  }

  /** The transform of that id. */
  default Optional<TransformDeclaration> transform(String id) {
    return transforms().stream().filter(t -> t.id().equals(id)).findFirst();
  }

  /**
   * How many different values the call can give in a column of the type.
   *
   * @param caseInsensitive count values that differ in case only as one, as a unique index on
   *     {@code lower(column)} does
   * @return empty if the generator cannot number its values, so that it cannot be unique; {@code
   *     Long.MAX_VALUE} stands for that many or more
   * @throws io.datalchemy.problem.InvalidInputException if the parameters do not make sense
   */
  OptionalLong valueSpace(GeneratorCall call, ValueType type, boolean caseInsensitive);

  /**
   * How many different values the call can give after some transforms, or why that is not known.
   *
   * @param caseInsensitive as in {@link #valueSpace}
   */
  default UniqueSpace uniqueSpace(
      GeneratorCall call, List<TransformCall> transforms, ValueType type, boolean caseInsensitive) {
    OptionalLong size = valueSpace(call, type, caseInsensitive);
    return size.isPresent() && transforms.isEmpty()
        ? UniqueSpace.of(size.getAsLong())
        : UniqueSpace.none("the values of " + call.id() + " cannot be numbered");
  }

  /** How many numbers the values of the call can follow from; empty if they follow from none. */
  default OptionalLong rowNumbers(GeneratorCall call, ValueType type) {
    return OptionalLong.empty();
  }

  /** The kind of personal datum that the values of a call imitate. */
  default Optional<String> piiTag(GeneratorCall call) {
    return generator(call.id()).flatMap(GeneratorDeclaration::piiTag);
  }

  /**
   * Some values of the call in a text column, as a run would make them.
   *
   * @return empty if the generator reads other columns
   */
  List<String> sample(GeneratorCall call, ValueType type, int count);

  /**
   * Checks what a declaration cannot say: combinations of parameters, patterns, column limits.
   *
   * @return what is wrong, in words that name parameter, rule and value; empty if nothing is
   */
  List<String> check(GeneratorCall call, ValueType type);
}
