package io.datalchemy.introspect.catalogue;

import java.util.List;

/** What reading relations needs besides the relations: the schemas, and what columns refer to. */
public record CatalogueScope(List<String> schemas, TypeCatalogue types, Sequences sequences) {
  public CatalogueScope {
    schemas = List.copyOf(schemas);
  }
}
