/** How do columns of one row tell of the same person, company and place? Parts of a record. */
package io.datalchemy.generator.entity;
