-- Three domains as Brazilian teams have them: sales (crm_vendas), money (financeiro) and parcels
-- (logistica). Schema only: Datalchemy makes the rows, by the plans plans/dominio_*.plan.json and
-- plans/full_stack_ptbr.plan.json, which say how the tables agree with each other.

CREATE SCHEMA crm_vendas;
CREATE SCHEMA financeiro;
CREATE SCHEMA logistica;

-- crm_vendas -------------------------------------------------------------------------------------

CREATE TABLE crm_vendas.vendedor (
  id          serial       PRIMARY KEY,
  nome        varchar(120) NOT NULL,
  email       varchar(160) NOT NULL UNIQUE,
  contratado_em date       NOT NULL
);

CREATE TABLE crm_vendas.cliente (
  id              serial       PRIMARY KEY,
  nome            varchar(120) NOT NULL,
  cpf             char(14)     NOT NULL UNIQUE
    CHECK (cpf ~ '^[0-9]{3}\.[0-9]{3}\.[0-9]{3}-[0-9]{2}$'),
  email           varchar(160) NOT NULL UNIQUE,
  telefone        varchar(20),
  data_nascimento date         NOT NULL,
  criado_em       timestamp    NOT NULL
);

CREATE TABLE crm_vendas.endereco (
  id          serial       PRIMARY KEY,
  cliente_id  integer      NOT NULL REFERENCES crm_vendas.cliente (id),
  logradouro  varchar(160) NOT NULL,
  bairro      varchar(80)  NOT NULL,
  cidade      varchar(80)  NOT NULL,
  uf          char(2)      NOT NULL,
  cep         char(9)      NOT NULL CHECK (cep ~ '^[0-9]{5}-[0-9]{3}$')
);

CREATE TABLE crm_vendas.lead (
  id            serial       PRIMARY KEY,
  nome          varchar(120) NOT NULL,
  email         varchar(160) NOT NULL,
  origem        varchar(20)  NOT NULL
    CHECK (origem IN ('site', 'indicacao', 'evento', 'anuncio', 'telefone')),
  pontuacao     smallint     NOT NULL CHECK (pontuacao BETWEEN 0 AND 100),
  criado_em     timestamp    NOT NULL,
  convertido_em timestamp,
  situacao      varchar(15)  NOT NULL
    CHECK (situacao IN ('novo', 'qualificado', 'convertido', 'descartado')),
  CONSTRAINT lead_convertido CHECK ((situacao = 'convertido') = (convertido_em IS NOT NULL)),
  CONSTRAINT lead_ordem CHECK (convertido_em >= criado_em)
);

CREATE TABLE crm_vendas.oportunidade (
  id          serial        PRIMARY KEY,
  lead_id     integer       NOT NULL UNIQUE REFERENCES crm_vendas.lead (id),
  vendedor_id integer       NOT NULL REFERENCES crm_vendas.vendedor (id),
  funil       varchar(30)   NOT NULL,
  valor       numeric(12,2) NOT NULL CHECK (valor > 0),
  criada_em   timestamp     NOT NULL,
  etapas      smallint      NOT NULL CHECK (etapas >= 0),
  estagio     varchar(15)   NOT NULL
    CHECK (estagio IN ('novo', 'qualificado', 'proposta', 'ganho', 'perdido')),
  fechada_em  timestamp,
  CONSTRAINT oportunidade_fechada
    CHECK ((estagio IN ('ganho', 'perdido')) = (fechada_em IS NOT NULL)),
  CONSTRAINT oportunidade_ordem CHECK (fechada_em >= criada_em)
);
COMMENT ON COLUMN crm_vendas.oportunidade.etapas IS 'Quantas linhas tem em historico_estagio';

CREATE TABLE crm_vendas.historico_estagio (
  oportunidade_id integer     NOT NULL REFERENCES crm_vendas.oportunidade (id),
  ordem           smallint    NOT NULL CHECK (ordem >= 1),
  estagio         varchar(15) NOT NULL
    CHECK (estagio IN ('novo', 'qualificado', 'proposta', 'ganho', 'perdido')),
  entrou_em       timestamp   NOT NULL,
  PRIMARY KEY (oportunidade_id, ordem)
);

-- financeiro -------------------------------------------------------------------------------------

CREATE TABLE financeiro.fatura (
  id          serial        PRIMARY KEY,
  numero      varchar(12)   NOT NULL UNIQUE CHECK (numero ~ '^FT-[0-9]{8}$'),
  cliente_id  integer       NOT NULL REFERENCES crm_vendas.cliente (id),
  emissao     date          NOT NULL,
  valor_total numeric(12,2) NOT NULL CHECK (valor_total > 0),
  parcelas    smallint      NOT NULL CHECK (parcelas >= 0),
  valor_pago  numeric(12,2) NOT NULL CHECK (valor_pago >= 0),
  situacao    varchar(10)   NOT NULL CHECK (situacao IN ('aberta', 'parcial', 'paga')),
  CONSTRAINT fatura_pago CHECK (valor_pago <= valor_total)
);

CREATE TABLE financeiro.parcela (
  id         serial        PRIMARY KEY,
  fatura_id  integer       NOT NULL REFERENCES financeiro.fatura (id),
  numero     smallint      NOT NULL CHECK (numero BETWEEN 1 AND 12),
  emissao    date          NOT NULL,
  vencimento date          NOT NULL,
  valor      numeric(12,2) NOT NULL CHECK (valor >= 0),
  valor_pago numeric(12,2) NOT NULL CHECK (valor_pago >= 0),
  pago_em    date,
  situacao   varchar(10)   NOT NULL CHECK (situacao IN ('aberta', 'vencida', 'paga')),
  UNIQUE (fatura_id, numero),
  CONSTRAINT parcela_vencimento CHECK (vencimento > emissao),
  CONSTRAINT parcela_paga CHECK ((situacao = 'paga') = (pago_em IS NOT NULL)),
  CONSTRAINT parcela_pago CHECK (pago_em >= emissao)
);

CREATE TABLE financeiro.pagamento (
  id         serial        PRIMARY KEY,
  parcela_id integer       NOT NULL UNIQUE REFERENCES financeiro.parcela (id),
  forma      varchar(15)   NOT NULL
    CHECK (forma IN ('pix', 'boleto', 'cartao_credito', 'cartao_debito', 'transferencia')),
  pago_em    date          NOT NULL,
  valor      numeric(12,2) NOT NULL CHECK (valor >= 0)
);

CREATE TABLE financeiro.conta (
  id             serial        PRIMARY KEY,
  cliente_id     integer       NOT NULL REFERENCES crm_vendas.cliente (id),
  aberta_em      date          NOT NULL,
  total_creditos numeric(14,2) NOT NULL CHECK (total_creditos >= 0),
  total_debitos  numeric(14,2) NOT NULL CHECK (total_debitos >= 0),
  saldo          numeric(14,2) NOT NULL,
  CONSTRAINT conta_saldo CHECK (saldo = total_creditos - total_debitos)
);

CREATE TABLE financeiro.lancamento (
  id          serial        PRIMARY KEY,
  conta_id    integer       NOT NULL REFERENCES financeiro.conta (id),
  natureza    char(1)       NOT NULL CHECK (natureza IN ('C', 'D')),
  valor       numeric(12,2) NOT NULL CHECK (valor > 0),
  ocorrido_em timestamp     NOT NULL,
  historico   varchar(80)
);

-- logistica --------------------------------------------------------------------------------------

CREATE TABLE logistica.transportadora (
  id   serial      PRIMARY KEY,
  nome varchar(60) NOT NULL UNIQUE,
  cnpj char(18)    NOT NULL UNIQUE
);

CREATE TABLE logistica.remessa (
  id                serial       PRIMARY KEY,
  codigo_rastreio   char(12)     NOT NULL UNIQUE CHECK (codigo_rastreio ~ '^BR[0-9]{10}$'),
  transportadora_id integer      NOT NULL REFERENCES logistica.transportadora (id),
  endereco_id       integer      NOT NULL REFERENCES crm_vendas.endereco (id),
  peso_kg           numeric(7,3) NOT NULL CHECK (peso_kg > 0),
  dimensoes_cm      varchar(15)  NOT NULL CHECK (dimensoes_cm ~ '^[0-9]+x[0-9]+x[0-9]+$'),
  postada_em        timestamp    NOT NULL,
  previsao_entrega  date         NOT NULL,
  eventos           smallint     NOT NULL CHECK (eventos >= 0),
  situacao          varchar(20)  NOT NULL
    CHECK (situacao IN ('postado', 'em_transito', 'saiu_para_entrega', 'entregue', 'devolvido',
                        'extraviado')),
  entregue_em       timestamp,
  CONSTRAINT remessa_entregue CHECK ((situacao = 'entregue') = (entregue_em IS NOT NULL)),
  CONSTRAINT remessa_ordem CHECK (entregue_em > postada_em),
  CONSTRAINT remessa_previsao CHECK (previsao_entrega > postada_em)
);

CREATE TABLE logistica.evento_rastreio (
  remessa_id  integer     NOT NULL REFERENCES logistica.remessa (id),
  sequencia   smallint    NOT NULL CHECK (sequencia >= 1),
  situacao    varchar(20) NOT NULL
    CHECK (situacao IN ('postado', 'em_transito', 'saiu_para_entrega', 'entregue', 'devolvido',
                        'extraviado')),
  ocorrido_em timestamp   NOT NULL,
  PRIMARY KEY (remessa_id, sequencia)
);
