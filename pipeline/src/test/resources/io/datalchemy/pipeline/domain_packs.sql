-- Each query counts rows that disagree with the others; the comment before it says what must hold.

-- leads are converted by their opportunity, at the moment at which it is made
SELECT count(*) FROM crm_vendas.lead l
  WHERE convertido_em IS DISTINCT FROM
    (SELECT criada_em FROM crm_vendas.oportunidade WHERE lead_id = l.id);
-- opportunities come after their lead
SELECT count(*) FROM crm_vendas.oportunidade o JOIN crm_vendas.lead l ON l.id = lead_id
  WHERE criada_em <= l.criado_em;
-- stages are counted
SELECT count(*) FROM crm_vendas.oportunidade o
  WHERE etapas <> (SELECT count(*) FROM crm_vendas.historico_estagio WHERE oportunidade_id = o.id)
    OR etapas < 1;
-- the stage is the last of the history
SELECT count(*) FROM crm_vendas.oportunidade o
  WHERE estagio IS DISTINCT FROM
    (SELECT h.estagio FROM crm_vendas.historico_estagio h WHERE oportunidade_id = o.id
     ORDER BY ordem DESC LIMIT 1);
-- the history begins with novo
SELECT count(*) FROM crm_vendas.historico_estagio WHERE ordem = 1 AND estagio <> 'novo';
-- one stage leads to another as the funnel allows, without a gap and later
SELECT count(*) FROM (
    SELECT ordem, estagio, entrou_em,
      lag(ordem) OVER w AS ordem_antes, lag(estagio) OVER w AS antes, lag(entrou_em) OVER w AS entrou_antes
    FROM crm_vendas.historico_estagio WINDOW w AS (PARTITION BY oportunidade_id ORDER BY ordem)) h
  WHERE antes IS NOT NULL AND (ordem <> ordem_antes + 1 OR entrou_em <= entrou_antes
    OR (antes, estagio) NOT IN (('novo', 'qualificado'), ('novo', 'perdido'),
      ('qualificado', 'proposta'), ('qualificado', 'perdido'),
      ('proposta', 'ganho'), ('proposta', 'perdido')));
-- no stage is entered before the opportunity is there
SELECT count(*) FROM crm_vendas.historico_estagio h
  JOIN crm_vendas.oportunidade o ON o.id = oportunidade_id WHERE entrou_em < criada_em;
-- what is won or lost is closed by its last stage, and nothing else is
SELECT count(*) FROM crm_vendas.oportunidade o
  WHERE fechada_em IS DISTINCT FROM
    (SELECT max(entrou_em) FROM crm_vendas.historico_estagio
     WHERE oportunidade_id = o.id AND o.estagio IN ('ganho', 'perdido'));
-- leads come in on business days, in office hours
SELECT count(*) FROM crm_vendas.lead
  WHERE is_closed(criado_em::date) OR extract(hour FROM criado_em) NOT BETWEEN 8 AND 17;

-- instalments are counted
SELECT count(*) FROM financeiro.fatura f
  WHERE parcelas <> (SELECT count(*) FROM financeiro.parcela WHERE fatura_id = f.id);
-- instalments add up to the invoice
SELECT count(*) FROM financeiro.fatura f
  WHERE valor_total <> (SELECT sum(valor) FROM financeiro.parcela WHERE fatura_id = f.id);
-- instalments are numbered from 1 without a gap
SELECT count(*) FROM financeiro.fatura f
  WHERE parcelas <> (SELECT max(numero) FROM financeiro.parcela WHERE fatura_id = f.id);
-- instalments are issued with their invoice
SELECT count(*) FROM financeiro.parcela p JOIN financeiro.fatura f ON f.id = fatura_id
  WHERE p.emissao <> f.emissao;
-- invoices are issued on business days
SELECT count(*) FROM financeiro.fatura WHERE is_closed(emissao);
-- instalments are due on business days
SELECT count(*) FROM financeiro.parcela WHERE is_closed(vencimento);
-- instalments are due month by month, on the first day on which banks open
SELECT count(*) FROM financeiro.parcela
  WHERE vencimento <> (
    SELECT min(dia)::date FROM generate_series(
      emissao + numero * interval '1 month', emissao + numero * interval '1 month' + interval '9 days',
      interval '1 day') dia WHERE NOT is_closed(dia::date));
-- instalments are paid if there is a payment, in full and on its day
SELECT count(*) FROM financeiro.parcela p LEFT JOIN financeiro.pagamento g ON g.parcela_id = p.id
  WHERE (situacao = 'paga') <> (g.id IS NOT NULL) OR p.pago_em IS DISTINCT FROM g.pago_em
    OR p.valor_pago <> coalesce(g.valor, 0) OR p.valor <> coalesce(g.valor, p.valor);
-- instalments are overdue if they are not paid when they are due
SELECT count(*) FROM financeiro.parcela
  WHERE situacao <> 'paga' AND (situacao = 'vencida') <> (vencimento < DATE '2026-11-01');
-- payments come after the instalment is issued, on business days, and not in the future
SELECT count(*) FROM financeiro.pagamento g JOIN financeiro.parcela p ON p.id = parcela_id
  WHERE g.pago_em <= emissao OR is_closed(g.pago_em) OR g.pago_em > DATE '2026-11-01';
-- invoices are paid as far as their instalments are
SELECT count(*) FROM financeiro.fatura f,
    LATERAL (SELECT coalesce(sum(g.valor), 0) AS pago, bool_and(p.situacao = 'paga') AS tudo
      FROM financeiro.parcela p LEFT JOIN financeiro.pagamento g ON g.parcela_id = p.id
      WHERE fatura_id = f.id) s
  WHERE f.valor_pago <> pago OR (f.situacao = 'paga') <> tudo
    OR (f.situacao = 'aberta') <> (pago = 0);
-- balances are the sum of the entries
SELECT count(*) FROM financeiro.conta c
  WHERE saldo <> (SELECT coalesce(sum(CASE natureza WHEN 'C' THEN valor ELSE -valor END), 0)
    FROM financeiro.lancamento WHERE conta_id = c.id);
-- entries come after the account is opened
SELECT count(*) FROM financeiro.lancamento JOIN financeiro.conta c ON c.id = conta_id
  WHERE ocorrido_em < aberta_em;

-- events are counted
SELECT count(*) FROM logistica.remessa r
  WHERE eventos <> (SELECT count(*) FROM logistica.evento_rastreio WHERE remessa_id = r.id)
    OR eventos < 1;
-- the parcel is where its last event says
SELECT count(*) FROM logistica.remessa r
  WHERE situacao IS DISTINCT FROM
    (SELECT e.situacao FROM logistica.evento_rastreio e WHERE remessa_id = r.id
     ORDER BY ocorrido_em DESC LIMIT 1);
-- the first event is that the parcel is posted
SELECT count(*) FROM logistica.evento_rastreio WHERE sequencia = 1 AND situacao <> 'postado';
-- one event leads to another as carriers work, without a gap and later
SELECT count(*) FROM (
    SELECT sequencia, situacao, ocorrido_em, lag(sequencia) OVER w AS sequencia_antes,
      lag(situacao) OVER w AS antes, lag(ocorrido_em) OVER w AS ocorrido_antes
    FROM logistica.evento_rastreio WINDOW w AS (PARTITION BY remessa_id ORDER BY sequencia)) e
  WHERE antes IS NOT NULL AND (sequencia <> sequencia_antes + 1 OR ocorrido_em <= ocorrido_antes
    OR (antes, situacao) NOT IN (('postado', 'em_transito'), ('em_transito', 'saiu_para_entrega'),
      ('em_transito', 'extraviado'), ('saiu_para_entrega', 'entregue'),
      ('saiu_para_entrega', 'devolvido')));
-- no event is before the parcel is posted
SELECT count(*) FROM logistica.evento_rastreio JOIN logistica.remessa r ON r.id = remessa_id
  WHERE ocorrido_em < postada_em;
-- what is delivered was so at its last event, and nothing else is
SELECT count(*) FROM logistica.remessa r
  WHERE entregue_em IS DISTINCT FROM
    (SELECT max(ocorrido_em) FROM logistica.evento_rastreio
     WHERE remessa_id = r.id AND r.situacao = 'entregue');
-- parcels are posted on business days, in office hours
SELECT count(*) FROM logistica.remessa
  WHERE is_closed(postada_em::date) OR extract(hour FROM postada_em) NOT BETWEEN 8 AND 17;
