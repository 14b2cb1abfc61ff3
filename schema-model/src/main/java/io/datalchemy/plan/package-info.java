/** What was asked for? The generation plan, plan.json. */
package io.datalchemy.plan;
