/** Which PostgreSQL do the integration tests run on? */
package io.datalchemy.postgres;
