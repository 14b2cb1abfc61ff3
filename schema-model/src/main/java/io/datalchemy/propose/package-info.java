/** What plan would suit a schema, before anybody has written one? */
package io.datalchemy.propose;
