/** What do the columns of a trade hold? Generators for CRM, finance and logistics. */
package io.datalchemy.generator.domain;
