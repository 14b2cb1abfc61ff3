/** What does the database hold? The schema as found, one type for each thing in schema.json. */
package io.datalchemy.schema;
