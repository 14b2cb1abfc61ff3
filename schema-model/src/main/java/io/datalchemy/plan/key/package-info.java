/** Which foreign keys does a plan mean, and which does it add to those of the schema? */
package io.datalchemy.plan.key;
