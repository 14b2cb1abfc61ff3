/** What does PostgreSQL's catalogue say? Its rows as the things of schema.json. */
package io.datalchemy.introspect.catalogue;
