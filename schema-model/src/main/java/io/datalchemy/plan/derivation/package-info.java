/** Which rows of other tables do a plan's rules read, and along which foreign keys? */
package io.datalchemy.plan.derivation;
