package io.datalchemy.generator.domain;

import static io.datalchemy.catalogue.ParameterDeclaration.Type.DECIMAL;
import static io.datalchemy.catalogue.ParameterDeclaration.Type.INTEGER;

import io.datalchemy.generator.DeclarationBuilder;
import io.datalchemy.generator.GeneratorFactory;
import io.datalchemy.generator.GeneratorFactory.GeneratorProvider;
import io.datalchemy.generator.GeneratorRequest;
import io.datalchemy.generator.choice.ChoiceGenerator;
import io.datalchemy.generator.distribution.Distributions;
import io.datalchemy.generator.number.NumberRange;
import io.datalchemy.generator.text.Digits;
import io.datalchemy.generator.text.Sequence;
import io.datalchemy.generator.text.TextGenerator;
import io.datalchemy.type.TypeFamily;
import java.util.List;

/** The {@code domain.*} generators. */
public final class DomainGenerators implements GeneratorProvider {
  private static final long DEAL_MIN = 1000;
  private static final long DEAL_MAX = 75_000;
  private static final Digits CENTIMETRES = new Digits(5, 120, 1);

  @Override
  public List<GeneratorFactory> factories() {
    return List.of(
        StageReached.factory(),
        StagePassed.factory(),
        choice("crm.lead_stage", "Stages of a lead", "novo", "qualificado", "perdido"),
        choice("crm.activity_type", "Kinds of activity", "tarefa", "reuniao", "anotacao"),
        DeclarationBuilder.of("domain.crm.deal_value", "Values of deals")
            .withDefault("min", DECIMAL, "1000", "The smallest value")
            .withDefault("max", DECIMAL, "75000", "The largest value")
            .distributable()
            .produces(TypeFamily.DECIMAL, TypeFamily.INTEGER, TypeFamily.FLOAT, TypeFamily.TEXT)
            .made(request -> NumberRange.decimal(request, DEAL_MIN, DEAL_MAX)),
        choice(
            "crm.pipeline_name",
            "Sales pipelines",
            "Vendas Diretas",
            "Vendas Internas",
            "Parcerias",
            "Renovações",
            "Expansão",
            "Inbound",
            "Outbound",
            "Licitações"),
        choice("finance.transaction_type", "Kinds of transaction", "debito", "credito", "pix"),
        choice(
            "finance.payment_method",
            "Ways of paying",
            "pix",
            "boleto",
            "cartao_credito",
            "cartao_debito",
            "transferencia",
            "dinheiro"),
        choice("finance.invoice_status", "States of an invoice", "aberta", "paga", "cancelada"),
        DeclarationBuilder.of("domain.finance.installments", "Numbers of instalments")
            .withDefault("min", INTEGER, "1", "The fewest")
            .withDefault("max", INTEGER, "12", "The most")
            .distributable()
            .produces(TypeFamily.INTEGER, TypeFamily.DECIMAL, TypeFamily.FLOAT, TypeFamily.TEXT)
            .made(request -> NumberRange.whole(request, 1, 12)),
        DeclarationBuilder.of("domain.logistics.tracking_code", "BR and ten digits")
            .made(request -> TextGenerator.fitting(Sequence.of("BR", Digits.fixed(10)), request)),
        choice(
            "logistics.shipment_status",
            "States of a shipment",
            "postado",
            "em_transito",
            "saiu_para_entrega",
            "entregue",
            "devolvido",
            "extraviado"),
        choice(
            "logistics.carrier",
            "Carriers with invented names",
            "Transportadora Horizonte",
            "Rápido Cerrado",
            "Expresso Litoral",
            "Veloz Cargas",
            "Rota Sul Logística",
            "Norte Entregas"),
        DeclarationBuilder.of("domain.logistics.dimensions_cm", "Length, width and height")
            .made(
                request ->
                    TextGenerator.fitting(
                        Sequence.of(CENTIMETRES, "x", CENTIMETRES, "x", CENTIMETRES), request)));
  }

  private static GeneratorFactory choice(String name, String summary, String... values) {
    return DeclarationBuilder.of("domain." + name, summary)
        .distributable()
        .produces(TypeFamily.TEXT, TypeFamily.ENUM)
        .made(request -> choice(request, List.of(values)));
  }

  private static ChoiceGenerator choice(GeneratorRequest request, List<String> values) {
    ChoiceGenerator choice =
        ChoiceGenerator.of("type", values, request.type(), request.caseInsensitive());
    return Distributions.over(values, request.params()).map(choice::weighted).orElse(choice);
  }
}
