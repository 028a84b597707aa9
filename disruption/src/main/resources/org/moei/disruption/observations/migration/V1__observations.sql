-- What was observed. Filled from kept files by COPY, in the transaction of the action that names the file's digest; never changed.
CREATE TABLE ${wing}.observation_import (
  import bigint PRIMARY KEY,
  collection text NOT NULL,
  source text NOT NULL,
  process text NOT NULL,
  grade text NOT NULL,
  tlp text NOT NULL,
  pap text NOT NULL,
  file text NOT NULL,
  original text NOT NULL,
  digest text NOT NULL,
  clear_rows bigint NOT NULL,
  sealed_rows bigint NOT NULL
);
CREATE INDEX observation_import_original ON ${wing}.observation_import (original);

-- Values of operators and of unknown role, in clear.
CREATE TABLE ${wing}.observation (
  import bigint NOT NULL,
  line integer NOT NULL,
  type text NOT NULL,
  role text NOT NULL,
  value text COLLATE "C" NOT NULL,
  address inet,
  grade text,
  first_seen timestamptz,
  last_seen timestamptz,
  detail text,
  PRIMARY KEY (import, line)
);
-- Value to postings: no pair of values is ever stored. Indexed up to 256 characters, because an entry of a B-tree has a limit; the rest is compared in the row.
CREATE INDEX observation_value ON ${wing}.observation (left(value, 256), import, line);
CREATE INDEX observation_end ON ${wing}.observation (reverse(right(value, 256)));
CREATE INDEX observation_address ON ${wing}.observation (address) WHERE address IS NOT NULL;

-- Values of people who worked under coercion, were defrauded or stood by: sealed, found only exactly, by keyed hash. No page's role reads it.
CREATE TABLE ${wing}.observation_sealed (
  import bigint NOT NULL,
  line integer NOT NULL,
  type text NOT NULL,
  role text NOT NULL,
  record_id uuid NOT NULL,
  keyed bytea NOT NULL,
  sealed bytea NOT NULL,
  grade text,
  first_seen timestamptz,
  last_seen timestamptz,
  PRIMARY KEY (import, line)
);
CREATE INDEX observation_sealed_keyed ON ${wing}.observation_sealed (keyed);
CALL ${wing}.enable_no_reader('${wing}.observation_sealed');
