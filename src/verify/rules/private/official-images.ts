/** The images that Docker Hub keeps itself, which are written without an owner. */
export const OFFICIAL_IMAGES: ReadonlySet<string> = new Set([
  'adminer', 'aerospike', 'almalinux', 'alpine', 'amazoncorretto', 'amazonlinux', 'arangodb', 'archlinux', 'bash', 'buildpack-deps', 'busybox', 'caddy', 'cassandra',
  'centos', 'chronograf', 'clickhouse', 'clojure', 'cockroachdb', 'composer', 'consul', 'couchbase', 'couchdb', 'crate', 'dart', 'debian', 'docker', 'drupal',
  'eclipse-mosquitto', 'eclipse-temurin', 'elasticsearch', 'elixir', 'emqx', 'erlang', 'fedora', 'flink', 'fluentd', 'friendica', 'gazebo', 'gcc', 'geonetwork', 'ghost',
  'golang', 'gradle', 'groovy', 'haproxy', 'haskell', 'hello-world', 'hitch', 'httpd', 'hylang', 'ibmjava', 'influxdb', 'irssi', 'jetty', 'joomla', 'jruby', 'julia',
  'kapacitor', 'kibana', 'kong', 'krakend', 'lightstreamer', 'logstash', 'mageia', 'mariadb', 'matomo', 'maven', 'mediawiki', 'memcached', 'mongo', 'mongo-express',
  'monica', 'mono', 'mysql', 'nats', 'nats-streaming', 'neo4j', 'neurodebian', 'nextcloud', 'nginx', 'node', 'odoo', 'open-liberty', 'openjdk', 'oraclelinux', 'orientdb',
  'percona', 'perl', 'photon', 'php', 'phpmyadmin', 'plone', 'postgres', 'postfixadmin', 'pypy', 'python', 'rabbitmq', 'rakudo-star', 'r-base', 'redis', 'redmine',
  'registry', 'rethinkdb', 'rockylinux', 'ros', 'ruby', 'rust', 'sapmachine', 'satosa', 'scratch', 'silverpeas', 'solr', 'sonarqube', 'spark', 'spiped', 'storm', 'swift',
  'swipl', 'teamspeak', 'telegraf', 'tomcat', 'tomee', 'traefik', 'ubuntu', 'unit', 'varnish', 'vault', 'websphere-liberty', 'wordpress', 'xwiki', 'yourls', 'znc', 'zookeeper',
]);
