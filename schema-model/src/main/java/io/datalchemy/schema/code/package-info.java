/** What does the database do by itself? Functions, triggers, rules and policies, as found. */
package io.datalchemy.schema.code;
