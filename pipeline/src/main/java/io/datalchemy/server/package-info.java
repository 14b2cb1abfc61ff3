/** Where does a PostgreSQL come from when nobody names one? */
package io.datalchemy.server;
