package io.datalchemy.propose.directive;

import io.datalchemy.catalogue.Parameters;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/**
 * What a column's comment says about its values, such as {@code @datalchemy
 * generator=semantic.br.cpf null_rate=0.1}.
 *
 * @param generator the generator's id; the one that name and type ask for if empty
 * @param params the generator's parameters
 */
public record Directive(
    Optional<String> generator,
    Optional<String> locale,
    Optional<Parameters> params,
    Optional<BigDecimal> nullRate) {
  public Directive {
    Objects.requireNonNull(generator, "generator");
    Objects.requireNonNull(locale, "locale");
    Objects.requireNonNull(params, "params");
    Objects.requireNonNull(nullRate, "nullRate");
  }
}
