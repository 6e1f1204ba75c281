/** The program reads the parts of the URI, so the shell takes it apart: mysql+pymysql://user:password@host:port/database. */
export const MIGRATE_TIMEFRAME = `set -e
echo "Starting MySQL migration - Add timeframe column"

# Parse MYSQL_URI to get connection details
# Actual format: mysql+pymysql://user:pass@host:port/database
MYSQL_HOST=$(echo $MYSQL_URI | sed -n 's|.*@\\([^:]*\\):.*|\\1|p')
MYSQL_PORT=$(echo $MYSQL_URI | sed -n 's|.*:\\([0-9]*\\)/.*|\\1|p')
MYSQL_USER=$(echo $MYSQL_URI | sed -n 's|mysql[^:]*://\\([^:]*\\):.*|\\1|p')
MYSQL_PASSWORD=$(echo $MYSQL_URI | sed -n 's|mysql[^:]*://[^:]*:\\([^@]*\\)@.*|\\1|p')
MYSQL_DATABASE=$(echo $MYSQL_URI | sed -n 's|.*/\\([^?]*\\).*|\\1|p')

export MYSQL_HOST MYSQL_PORT MYSQL_USER MYSQL_PASSWORD MYSQL_DATABASE

echo "Database: $MYSQL_DATABASE"
echo "Host: $MYSQL_HOST:$MYSQL_PORT"
echo "User: $MYSQL_USER"

# Run the migration script
python3 /app/scripts/run_mysql_migration.py

echo "Migration completed successfully!"
`;
