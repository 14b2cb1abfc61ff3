/** Can the plan be followed, in this schema and with these generators? */
package io.datalchemy.plan.validation;
