package io.datalchemy.introspect;

import java.util.List;

/** What reading relations needs besides the relations: the schemas, and what columns refer to. */
record CatalogueScope(List<String> schemas, TypeCatalogue types, Sequences sequences) {
  CatalogueScope {
    schemas = List.copyOf(schemas);
  }
}
