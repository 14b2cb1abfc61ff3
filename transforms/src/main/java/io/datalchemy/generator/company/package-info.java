/** What are companies called, what do they do and sell, and how is an invoice of theirs keyed? */
package io.datalchemy.generator.company;
