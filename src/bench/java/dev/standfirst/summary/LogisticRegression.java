package dev.standfirst.summary;

import java.util.ArrayList;
import java.util.List;

/** Logistic regression with a ridge, by Newton's method; features are standardised for the fit and given back as they came. */
final class LogisticRegression {

    private static final int STEPS = 15;

    private final List<double[]> rows = new ArrayList<>();
    private final List<Boolean> answers = new ArrayList<>();
    private final boolean constantFirst;

    /** @param constantFirst whether the first feature is always 1; else a constant is fitted and dropped */
    LogisticRegression(boolean constantFirst) {
        this.constantFirst = constantFirst;
    }

    void add(double[] features, boolean answer) {
        rows.add(constantFirst ? features : withConstant(features));
        answers.add(answer);
    }

    private static double[] withConstant(double[] features) {
        double[] row = new double[features.length + 1];
        row[0] = 1;
        System.arraycopy(features, 0, row, 1, features.length);
        return row;
    }

    /** The weights, for features as they were added. */
    double[] fit() {
        int n = rows.get(0).length;
        double[] mean = new double[n];
        double[] deviation = new double[n];
        standardise(mean, deviation);
        double[] weights = new double[n];
        for (int step = 0; step < STEPS; step++) {
            improve(weights, mean, deviation);
        }
        return back(weights, mean, deviation);
    }

    private void standardise(double[] mean, double[] deviation) {
        for (int f = 0; f < mean.length; f++) {
            double sum = 0;
            double squares = 0;
            for (double[] row : rows) {
                sum += row[f];
                squares += row[f] * row[f];
            }
            mean[f] = f == 0 ? 0 : sum / rows.size();
            double variance = squares / rows.size() - Math.pow(sum / rows.size(), 2);
            deviation[f] = f == 0 || variance < 1e-12 ? 1 : Math.sqrt(variance);
        }
    }

    private void improve(double[] weights, double[] mean, double[] deviation) {
        int n = weights.length;
        double[][] hessian = new double[n][n + 1];
        double[] z = new double[n];
        for (int r = 0; r < rows.size(); r++) {
            double sum = 0;
            for (int f = 0; f < n; f++) {
                z[f] = (rows.get(r)[f] - mean[f]) / deviation[f];
                sum += z[f] * weights[f];
            }
            double p = 1 / (1 + Math.exp(-sum));
            double error = (answers.get(r) ? 1 : 0) - p;
            for (int f = 0; f < n; f++) {
                hessian[f][n] += z[f] * error;
                for (int g = 0; g <= f; g++) {
                    hessian[f][g] += z[f] * z[g] * p * (1 - p);
                }
            }
        }
        for (int f = 0; f < n; f++) {
            hessian[f][n] -= weights[f];
            hessian[f][f] += 1;
            for (int g = f + 1; g < n; g++) {
                hessian[f][g] = hessian[g][f];
            }
        }
        double[] step = solve(hessian);
        for (int f = 0; f < n; f++) {
            weights[f] += step[f];
        }
    }

    /** Gauss-Jordan elimination; the last column is the right side. */
    private static double[] solve(double[][] rows) {
        int n = rows.length;
        for (int pivot = 0; pivot < n; pivot++) {
            for (int row = 0; row < n; row++) {
                double times = row == pivot ? 0 : rows[row][pivot] / rows[pivot][pivot];
                for (int column = pivot; column <= n && times != 0; column++) {
                    rows[row][column] -= times * rows[pivot][column];
                }
            }
        }
        double[] solution = new double[n];
        for (int row = 0; row < n; row++) {
            solution[row] = rows[row][n] / rows[row][row];
        }
        return solution;
    }

    private double[] back(double[] weights, double[] mean, double[] deviation) {
        double[] back = new double[weights.length];
        back[0] = weights[0];
        for (int f = 1; f < weights.length; f++) {
            back[f] = weights[f] / deviation[f];
            back[0] -= back[f] * mean[f];
        }
        return constantFirst ? back : java.util.Arrays.copyOfRange(back, 1, back.length);
    }
}
