// LEMON's network simplex and cost scaling as contenders: lemon ns|cs INSTANCE [OUT].
// Reads DEPLOY1 and DENSE01, prints the line of JSON that `bench compare` expects.
#include <lemon/cost_scaling.h>
#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>

#include <cstdint>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

using Graph = lemon::SmartDigraph;

double seconds(clockid_t clock) {
  timespec time;
  clock_gettime(clock, &time);
  return time.tv_sec + 1e-9 * time.tv_nsec;
}

struct Instance {
  struct Arc { int from, to, capacity, cost; };
  std::vector<int> supply;
  std::vector<Arc> arcs;
  size_t edges = 0;  // the last so many arcs are the choices of the file
  int side = 0;      // of a dense matrix

  void readDeployment(const char *at) {
    auto take = [&](size_t count) {
      std::vector<int32_t> numbers(count);
      memcpy(numbers.data(), at, 4 * count);
      at += 4 * count;
      return numbers;
    };
    auto counts = take(4);
    int homes = counts[0], people = counts[1], needs = counts[2];
    memcpy(&edges, at, 8);
    at += 8;
    auto release = take(homes), home = take(people), capacity = take(people);
    auto demand = take(needs), penalty = take(needs);
    std::vector<uint64_t> row(needs + 1);
    memcpy(row.data(), at, 8 * row.size());
    at += 8 * row.size();
    auto person = take(edges), cost = take(edges);
    // Node 0 is the pool; homes, people and needs follow.
    supply.assign(1 + homes + people + needs, 0);
    arcs.reserve(homes + people + needs + edges);
    for (int i = 0; i < homes; i++) arcs.push_back({0, 1 + i, release[i], 0});
    for (int i = 0; i < people; i++) arcs.push_back({1 + home[i], 1 + homes + i, capacity[i], 0});
    for (int i = 0; i < needs; i++) {
      int need = 1 + homes + people + i;
      supply[0] += demand[i];
      supply[need] = -demand[i];
      arcs.push_back({0, need, demand[i], penalty[i]});
    }
    for (int i = 0; i < needs; i++)
      for (uint64_t e = row[i]; e < row[i + 1]; e++)
        arcs.push_back({1 + homes + person[e], 1 + homes + people + i, 1, cost[e]});
  }

  void readDense(const char *at) {
    memcpy(&side, at, 4);
    at += 8;
    edges = (size_t)side * side;
    supply.assign(2 * side, 1);
    for (int i = side; i < 2 * side; i++) supply[i] = -1;
    std::vector<int32_t> cost(edges);
    memcpy(cost.data(), at, 4 * edges);
    arcs.reserve(edges);
    for (size_t e = 0; e < edges; e++)
      arcs.push_back({int(e / side), side + int(e % side), 1, cost[e]});
  }
};

template <class Algorithm> void solve(const char *name, Instance &instance, double read, char *out) {
  double start = seconds(CLOCK_MONOTONIC);
  Graph graph;
  graph.reserveNode(instance.supply.size());
  graph.reserveArc(instance.arcs.size());
  for (size_t i = 0; i < instance.supply.size(); i++) graph.addNode();
  for (auto &arc : instance.arcs)
    graph.addArc(graph.nodeFromId(arc.from), graph.nodeFromId(arc.to));
  Graph::ArcMap<int> capacity(graph), cost(graph);
  Graph::NodeMap<int> supply(graph);
  for (size_t i = 0; i < instance.arcs.size(); i++) {
    capacity[graph.arcFromId(i)] = instance.arcs[i].capacity;
    cost[graph.arcFromId(i)] = instance.arcs[i].cost;
  }
  for (size_t i = 0; i < instance.supply.size(); i++)
    supply[graph.nodeFromId(i)] = instance.supply[i];
  size_t first = instance.arcs.size() - instance.edges;
  std::vector<Instance::Arc>().swap(instance.arcs);  // or they would count in its peak memory
  double built = seconds(CLOCK_MONOTONIC), builtCPU = seconds(CLOCK_PROCESS_CPUTIME_ID);
  Algorithm algorithm(graph);
  algorithm.upperMap(capacity).costMap(cost).supplyMap(supply);
  bool optimal = algorithm.run() == Algorithm::OPTIMAL;
  double solvedCPU = seconds(CLOCK_PROCESS_CPUTIME_ID), solved = seconds(CLOCK_MONOTONIC);
  if (out && optimal) {
    std::vector<int64_t> marks(instance.side);
    for (size_t e = 0; e < instance.edges; e++) {
      if (algorithm.flow(graph.arcFromId(first + e)) == 0) continue;
      if (instance.side) marks[e / instance.side] = e % instance.side;
      else marks.push_back(e);
    }
    std::ofstream(out, std::ios::binary).write((char *)marks.data(), 8 * marks.size());
  }
  printf("{\"solver\":\"lemon-%s\",\"objective\":%lld,\"status\":\"%s\",\"read_s\":%.6f,"
         "\"build_s\":%.6f,\"solve_s\":%.6f,\"solve_cpu_s\":%.6f,\"total_s\":%.6f}\n",
         name, algorithm.template totalCost<long long>(), optimal ? "OPTIMAL" : "FAILED", read,
         built - start, solved - built, solvedCPU - builtCPU, read + solved - start);
}

int main(int count, char **words) {
  if (count < 3) return fprintf(stderr, "lemon ns|cs INSTANCE [OUT]\n"), 64;
  double start = seconds(CLOCK_MONOTONIC);
  Instance instance;
  {
    std::ifstream file(words[2], std::ios::binary | std::ios::ate);
    std::vector<char> bytes(file ? size_t(file.tellg()) : 0);
    file.seekg(0).read(bytes.data(), bytes.size());
    if (bytes.size() > 32 && !memcmp(bytes.data(), "DEPLOY1", 8))
      instance.readDeployment(bytes.data() + 8);
    else if (bytes.size() > 16 && !memcmp(bytes.data(), "DENSE01", 8))
      instance.readDense(bytes.data() + 8);
    else
      return fprintf(stderr, "%s is neither DEPLOY1 nor DENSE01\n", words[2]), 3;
  }
  double read = seconds(CLOCK_MONOTONIC) - start;
  char *out = count > 3 ? words[3] : nullptr;
  using Simplex = lemon::NetworkSimplex<Graph, int, long long>;
  using Scaling = lemon::CostScaling<Graph, int, long long>;
  if (!strcmp(words[1], "cs")) solve<Scaling>("cs", instance, read, out);
  else solve<Simplex>("ns", instance, read, out);
}
